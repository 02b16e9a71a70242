override_resource {
  target          = random_string.suffix
  override_during = plan
  values          = { result = "ab12cd" }
}
