// The client of the loopback server: objects by path, as JSON.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
)

// Where no server is named nothing listens: a plan of new objects still works, as with the real provider before its first request.
const nowhere = "http://127.0.0.1:1"

type object = map[string]any

type cloud struct {
	endpoint, token string
	// Object storage has credentials of its own, and the provider takes no token for it.
	accessKey, secretKey string
}

func newCloud(endpoint, token, accessKey, secretKey string) *cloud {
	return &cloud{
		endpoint:  or(endpoint, "IONOS_API_URL", nowhere),
		token:     or(token, "IONOS_TOKEN", ""),
		accessKey: or(accessKey, "IONOS_S3_ACCESS_KEY", ""),
		secretKey: or(secretKey, "IONOS_S3_SECRET_KEY", ""),
	}
}

func or(given, variable, otherwise string) string {
	if given != "" {
		return given
	}
	if value := os.Getenv(variable); value != "" {
		return value
	}
	return otherwise
}

// Returns the id of what was made.
func (c *cloud) create(ctx context.Context, collection string, body object) (string, error) {
	answer, err := c.send(ctx, http.MethodPost, collection, body)
	if err != nil {
		return "", err
	}
	return fmt.Sprint(answer["id"]), nil
}

// Returns nil where nothing is.
func (c *cloud) read(ctx context.Context, collection, id string) (object, error) {
	return c.send(ctx, http.MethodGet, collection+"/"+id, nil)
}

func (c *cloud) update(ctx context.Context, collection, id string, body object) error {
	_, err := c.send(ctx, http.MethodPut, collection+"/"+id, body)
	return err
}

func (c *cloud) remove(ctx context.Context, collection, id string) error {
	_, err := c.send(ctx, http.MethodDelete, collection+"/"+id, nil)
	return err
}

func (c *cloud) send(ctx context.Context, method, path string, body object) (object, error) {
	var sent io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return nil, err
		}
		sent = bytes.NewReader(text)
	}
	request, err := http.NewRequestWithContext(ctx, method, c.endpoint+"/"+path, sent)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Authorization", "Bearer "+c.token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode == http.StatusNotFound && method != http.MethodPut {
		return nil, nil
	}
	answer := object{}
	_ = json.NewDecoder(response.Body).Decode(&answer)
	if response.StatusCode >= 400 {
		return nil, fmt.Errorf("%s /%s: HTTP %d %v", method, path, response.StatusCode, answer["message"])
	}
	return answer, nil
}
