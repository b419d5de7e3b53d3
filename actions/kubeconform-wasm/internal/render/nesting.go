package render

import "regexp"

// maxNesting bounds the brackets open at once: deeper flow nesting overflows the stack of a WebAssembly instance.
const maxNesting = 400

var blockScalarHeader = regexp.MustCompile(`(?:^|[\s:-])[|>][+-]?[1-9]?[+-]?\s*(?:\s#.*)?$`)

// tooDeep reports flow nesting beyond maxNesting. Brackets in block scalars, quoted and plain text and comments are not nesting.
func tooDeep(text []byte) bool {
	// A quick look first: nearly every file has fewer brackets than that.
	opening := 0
	for _, c := range text {
		if c == '[' || c == '{' {
			opening++
		}
	}
	if opening <= maxNesting {
		return false
	}
	scan := nestingScan{block: -1}
	for start := 0; start <= len(text); {
		end := start
		for end < len(text) && text[end] != '\n' {
			end++
		}
		if scan.line(text[start:end]) {
			return true
		}
		start = end + 1
	}
	return false
}

// nestingScan is what is open at the end of a line.
type nestingScan struct {
	depth int
	quote byte
	// block is the indentation of the line that opened a block scalar; -1 when none is open.
	block int
}

// line reads one line and says whether it nests too deep.
func (s *nestingScan) line(line []byte) bool {
	indent := 0
	for indent < len(line) && line[indent] == ' ' {
		indent++
	}
	if s.block >= 0 {
		if indent == len(line) || indent > s.block {
			return false
		}
		s.block = -1
	}
	startsToken := true
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case s.quote == '"' && c == '\\', s.quote == '\'' && c == '\'' && i+1 < len(line) && line[i+1] == '\'':
			i++ // an escape
		case s.quote != 0:
			if c == s.quote {
				s.quote = 0
			}
			startsToken = false
		case c == ' ' || c == '\t' || c == '\r':
			startsToken = startsToken || (i > 0 && (line[i-1] == ':' || line[i-1] == '-' || line[i-1] == '?'))
		case c == '#' && (i == 0 || line[i-1] == ' ' || line[i-1] == '\t'):
			return false
		case (c == '"' || c == '\'') && startsToken:
			s.quote = c
		case c == '[' || c == '{':
			if s.depth > 0 || startsToken {
				s.depth++
				startsToken = true
			}
			if s.depth > maxNesting {
				return true
			}
		case (c == ']' || c == '}') && s.depth > 0:
			s.depth--
			startsToken = false
		default:
			startsToken = s.depth > 0 && (c == ',' || c == ':')
		}
	}
	if s.depth == 0 && s.quote == 0 && blockScalarHeader.Match(line) {
		s.block = indent
	}
	return false
}
