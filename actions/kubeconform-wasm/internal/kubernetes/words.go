package kubernetes

import (
	"fmt"
	"strconv"
	"strings"

	"k8s.io/apimachinery/pkg/util/validation/field"
)

// longestValue is how much of a wrong value is worth showing.
const longestValue = 80

// message says what is wrong in one sentence that begins with the field.
func message(one *field.Error) string {
	detail := strings.TrimSpace(one.Detail)
	switch one.Type {
	case field.ErrorTypeRequired:
		return one.Field + " is required" + after(": ", detail)
	case field.ErrorTypeDuplicate:
		return one.Field + " is there twice" + after(": ", shown(one.BadValue)) + after("; ", detail)
	case field.ErrorTypeNotSupported:
		return one.Field + butIs(one, " is not supported") + after("; ", detail)
	case field.ErrorTypeTooLong, field.ErrorTypeTooMany:
		return one.Field + " is too long" + after(": ", detail)
	case field.ErrorTypeNotFound:
		return one.Field + " names " + shown(one.BadValue) + ", which is not there" + after("; ", detail)
	case field.ErrorTypeForbidden:
		return one.Field + " is not allowed" + after(": ", detail)
	}
	if detail == "" {
		return one.Field + butIs(one, " is not valid")
	}
	value := shown(one.BadValue)
	if strings.Contains(detail, strings.Trim(value, `"`)) {
		return one.Field + ": " + detail
	}
	return one.Field + ": " + detail + after(", but is ", value)
}

func butIs(one *field.Error, what string) string {
	if value := shown(one.BadValue); value != "" {
		return ": " + value + what
	}
	return what
}

func after(link, text string) string {
	if text == "" {
		return ""
	}
	return link + text
}

// shown is a value as people write it, if it is one value and short; a Secret's is never told by Kubernetes.
func shown(value any) string {
	var text string
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		text = strconv.Quote(value)
	case *string:
		if value == nil {
			return ""
		}
		text = strconv.Quote(*value)
	case bool, int, int32, int64, uint, uint32, uint64:
		text = fmt.Sprint(value)
	case *int32:
		if value == nil {
			return ""
		}
		text = fmt.Sprint(*value)
	case fmt.Stringer:
		text = value.String()
	default:
		// Types that are strings by another name.
		text = fmt.Sprintf("%v", value)
		if strings.ContainsAny(text, "{[&") {
			return ""
		}
		text = strconv.Quote(text)
	}
	if len(text) > longestValue || text == `""` {
		return ""
	}
	return text
}
