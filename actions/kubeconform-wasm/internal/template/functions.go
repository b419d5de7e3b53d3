package template

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	gotemplate "text/template"
)

var notDNS = regexp.MustCompile(`[^-a-z0-9.]`)

// normalize makes a DNS subdomain of a name, as Argo CD's function does.
func normalize(name string) string {
	name = notDNS.ReplaceAllString(strings.ToLower(name), "-")
	return strings.Trim(name[:min(len(name), 253)], "-.")
}

var (
	notSlug = regexp.MustCompile(`[^a-z0-9\-_]`)
	dashes  = regexp.MustCompile(`-+`)
)

// slugify takes up to three arguments as Argo CD's function does: the largest size (50), whether to cut at a dash (true), the name.
func slugify(arguments ...any) (string, error) {
	size, smart, name := 50, true, ""
	for i, argument := range arguments {
		var fits bool
		switch i {
		case len(arguments) - 1:
			name, fits = argument.(string)
		case 0:
			size, fits = argument.(int)
		case 1:
			smart, fits = argument.(bool)
		}
		if !fits {
			return "", fmt.Errorf("slugify takes a size, true or false, and a name; argument %d is %v", i+1, argument)
		}
	}
	text := normalize(name)
	if !smart && len(text) >= size {
		text = text[:max(size, 0)]
	}
	text = strings.Trim(dashes.ReplaceAllString(notSlug.ReplaceAllString(text, "-"), "-"), "-_")
	if smart && size > 0 && len(text) > size {
		cut := strings.LastIndexByte(text[:size+1], '-')
		if cut < 0 {
			cut = size
		}
		text = text[:cut]
	}
	return text, nil
}

// bound wraps the functions that can make much out of little.
func bound(all gotemplate.FuncMap) {
	all["repeat"] = func(times int, text string) (string, error) {
		if times > 0 && len(text) > sizeLimit/times {
			return "", errTooLarge
		}
		return strings.Repeat(text, max(times, 0)), nil
	}
	indent := func(spaces int, text string) (string, error) {
		if lines := strings.Count(text, "\n") + 1; spaces < 0 || spaces > sizeLimit/lines {
			return "", errTooLarge
		}
		pad := strings.Repeat(" ", spaces)
		return pad + strings.ReplaceAll(text, "\n", "\n"+pad), nil
	}
	all["indent"] = indent
	all["nindent"] = func(spaces int, text string) (string, error) {
		text, err := indent(spaces, text)
		return "\n" + text, err
	}
	all["replace"] = func(old, with, text string) (string, error) {
		if times := strings.Count(text, old); times > 0 && len(with) > sizeLimit/times {
			return "", errTooLarge
		}
		return strings.ReplaceAll(text, old, with), nil
	}
	for _, name := range []string{"until", "untilStep", "seq"} {
		all[name] = wrap(all[name], func(arguments []reflect.Value) error {
			for _, argument := range arguments {
				if argument.Kind() == reflect.Interface {
					argument = argument.Elem()
				}
				if argument.CanInt() && (argument.Int() > listLimit || argument.Int() < -listLimit) {
					return fmt.Errorf("%s makes more than %d items", name, listLimit)
				}
			}
			return nil
		})
	}
	for name, function := range map[string]any{
		"print": fmt.Sprint, "printf": fmt.Sprintf, "println": fmt.Sprintln,
		"cat": all["cat"], "join": all["join"], "wrap": all["wrap"], "wrapWith": all["wrapWith"], "regexReplaceAll": all["regexReplaceAll"],
		"regexReplaceAllLiteral": all["regexReplaceAllLiteral"], "quote": all["quote"], "squote": all["squote"],
		"toJson": all["toJson"], "toPrettyJson": all["toPrettyJson"], "b64enc": all["b64enc"],
	} {
		all[name] = wrap(function, func(arguments []reflect.Value) error {
			total := 0
			for _, argument := range arguments {
				total += weight(argument, 0)
			}
			if total > sizeLimit {
				return errTooLarge
			}
			return nil
		})
	}
}

// weight is how much text a value holds.
func weight(value reflect.Value, depth int) int {
	if depth > 4 || !value.IsValid() {
		return 0
	}
	switch value.Kind() {
	case reflect.Interface, reflect.Pointer:
		return weight(value.Elem(), depth)
	case reflect.String:
		return value.Len()
	case reflect.Slice, reflect.Array:
		total := 0
		for i := range value.Len() {
			if total += weight(value.Index(i), depth+1); total > sizeLimit {
				break
			}
		}
		return total
	}
	return 0
}

// wrap puts a check of the arguments before a function.
func wrap(function any, check func(arguments []reflect.Value) error) any {
	inner := reflect.ValueOf(function)
	kind := inner.Type()
	var in, out []reflect.Type
	for i := range kind.NumIn() {
		in = append(in, kind.In(i))
	}
	for i := range kind.NumOut() {
		out = append(out, kind.Out(i))
	}
	fails := len(out) == 2
	if !fails {
		out = append(out, reflect.TypeFor[error]())
	}
	return reflect.MakeFunc(reflect.FuncOf(in, out, kind.IsVariadic()), func(arguments []reflect.Value) []reflect.Value {
		if err := check(arguments); err != nil {
			return []reflect.Value{reflect.Zero(out[0]), reflect.ValueOf(&err).Elem()}
		}
		call := inner.Call
		if kind.IsVariadic() {
			call = inner.CallSlice
		}
		results := call(arguments)
		if !fails {
			results = append(results, reflect.Zero(out[1]))
		}
		return results
	}).Interface()
}
