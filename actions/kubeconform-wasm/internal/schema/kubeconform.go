package schema

func forgetValidators() {}
