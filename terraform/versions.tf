terraform {
  # 1.9 for validations that look at other variables; 1.11 for tests that know a name while planning.
  required_version = ">= 1.11"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.73"
    }
    databricks = {
      source  = "databricks/databricks"
      version = "~> 1.132"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.9"
    }
  }

  # Which account, container and blob: `terraform init -backend-config=dev.tfbackend`. Login by Entra ID, so that the
  # state account needs no keys either; see "Where the state lives" in the README.
  backend "azurerm" {
    use_azuread_auth = true
  }
}
