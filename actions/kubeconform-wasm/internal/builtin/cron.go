package builtin

import (
	"slices"
	"strconv"
	"strings"
)

// cronField is one of the five fields of a schedule.
type cronField struct {
	name      string
	low, high int
	words     []string
}

var cronFields = []cronField{
	{"minute (0–59)", 0, 59, nil},
	{"hour (0–23)", 0, 23, nil},
	{"day of the month (1–31)", 1, 31, nil},
	{"month (1–12)", 1, 12, []string{"", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
	{"day of the week (0–6)", 0, 6, []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}},
}

// accepts takes lists of ranges with steps: *, ?, 1, 1-5, */5, 1-30/5.
func (field cronField) accepts(text string) bool {
	for _, part := range strings.Split(text, ",") {
		span, step, stepped := strings.Cut(part, "/")
		if stepped {
			if width, err := strconv.Atoi(step); err != nil || width < 1 {
				return false
			}
		}
		if span == "*" || span == "?" {
			continue
		}
		from, to, ranged := strings.Cut(span, "-")
		low, ok := field.value(from)
		if !ok {
			return false
		}
		if ranged {
			if high, ok := field.value(to); !ok || high < low {
				return false
			}
		}
	}
	return true
}

func (field cronField) value(text string) (int, bool) {
	if at := slices.Index(field.words, strings.ToLower(text)); at >= 0 && text != "" {
		return at, true
	}
	value, err := strconv.Atoi(text)
	return value, err == nil && value >= field.low && value <= field.high
}
