# The tfvars files as values, so that the tests run on what is applied and not on a copy of it.

terraform {
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
    }
  }
}

output "dev" {
  description = "dev.tfvars"
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../dev.tfvars"))
}

output "prod" {
  description = "prod.tfvars"
  value       = provider::terraform::decode_tfvars(file("${path.module}/../../prod.tfvars"))
}
