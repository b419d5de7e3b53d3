// A root whose apply stands still in the middle: one object is done, one is being made, one is to come.

/** @param seconds how long the one in the middle takes */
export const slowRoot = (seconds: number) => `
resource "terraform_data" "first" {
  input = "one"
}
resource "terraform_data" "slow" {
  input = terraform_data.first.output
  provisioner "local-exec" {
    command = "sleep ${seconds}"
  }
}
resource "terraform_data" "last" {
  input = terraform_data.slow.output
}
`
