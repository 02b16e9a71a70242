# Wrong values are refused before anything is made. Each run changes one value of a prod that is right.

mock_provider "azurerm" {
  source = "./tests/mocks/azurerm"
}

mock_provider "random" {
  source = "./tests/mocks/random"
}

mock_provider "databricks" {}

variables {
  subscription_id          = "00000000-0000-0000-0000-000000000000"
  environment              = "prod"
  location                 = "eastus2"
  github_repository        = "example/customer-insight-engine"
  alert_emails             = ["oncall@example.com"]
  monthly_budget           = 6000
  platform_admin_object_id = "00000000-0000-0000-0000-00000000000a"
  analysts_group           = "insight-analysts"
  databricks_account_id    = "00000000-0000-0000-0000-00000000000c"
  private_network          = true
  zones                    = ["1", "2", "3"]
  storage_replication      = "RAGZRS"
  language_accounts        = { us = { location = "eastus2", sku = "S", regions = [] } }
  aks = {
    sku_tier    = "Standard"
    system_pool = { vm_size = "Standard_D4ads_v5", min = 3, max = 5 }
    flink_pool  = { vm_size = "Standard_D8ads_v5", min = 2, max = 6 }
  }
  optimizer = { paused = false, node_type = "Standard_D8ads_v5", workers = 2 }
  warehouse = { size = "Small", serverless = false }
}

# Without which all the others would prove nothing.
run "right_as_it_is" {
  command = plan
}

# terraform/README.md, "The region is lost": these two variables, and nothing else, make the stack beside it.
run "second_stack_for_a_lost_region" {
  command = plan
  variables {
    project  = "insdr"
    location = "centralus"
  }
  assert {
    condition     = azurerm_resource_group.main.name == "rg-insdr-prod" && azurerm_resource_group.main.location == "centralus"
    error_message = "The second stack has names of its own, in the paired region."
  }
  assert {
    condition     = length(azurerm_storage_account.lake.name) <= 24 && startswith(azurerm_storage_account.lake.name, "insdrprod") && length(azurerm_key_vault.main.name) <= 24
    error_message = "Its names fit."
  }
}

run "maintenance_day_is_a_day" {
  command = plan
  variables {
    aks = {
      sku_tier        = "Standard"
      maintenance_day = "Sonntag"
      system_pool     = { vm_size = "Standard_D4ads_v5", min = 3, max = 5 }
      flink_pool      = { vm_size = "Standard_D8ads_v5", min = 2, max = 6 }
    }
  }
  expect_failures = [var.aks]
}

run "subscription_is_a_guid" {
  command = plan
  variables {
    subscription_id = "my subscription"
  }
  expect_failures = [var.subscription_id]
}

run "environment_is_dev_or_prod" {
  command = plan
  variables {
    environment = "test"
  }
  expect_failures = [var.environment]
}

run "project_fits_the_names" {
  command = plan
  variables {
    project = "customer-insight"
  }
  expect_failures = [var.project]
}

run "location_is_a_short_name" {
  command = plan
  variables {
    location = "East US 2"
  }
  expect_failures = [var.location]
}

run "repository_is_no_url" {
  command = plan
  variables {
    github_repository = "https://github.com/example/customer-insight-engine"
  }
  expect_failures = [var.github_repository]
}

run "somebody_gets_the_alerts" {
  command = plan
  variables {
    alert_emails = []
  }
  expect_failures = [var.alert_emails]
}

run "addresses_look_like_it" {
  command = plan
  variables {
    alert_emails = ["oncall"]
  }
  expect_failures = [var.alert_emails]
}

run "budget_is_positive" {
  command = plan
  variables {
    monthly_budget = 0
  }
  expect_failures = [var.monthly_budget]
}

run "ratio_is_a_ratio" {
  command = plan
  variables {
    dead_letter_alert_ratio = 5
  }
  expect_failures = [var.dead_letter_alert_ratio]
}

run "a_backlog_has_files" {
  command = plan
  variables {
    landing_backlog_alert_files = 0
  }
  expect_failures = [var.landing_backlog_alert_files]
}

run "lag_counts_the_wait_for_tickets" {
  command = plan
  variables {
    lag_alert_minutes = 5
  }
  expect_failures = [var.lag_alert_minutes]
}

run "prod_is_private" {
  command = plan
  variables {
    private_network = false
  }
  expect_failures = [var.private_network]
}

run "prod_is_protected" {
  command = plan
  variables {
    protect_data = false
  }
  expect_failures = [var.protect_data]
}

run "prod_names_its_admins" {
  command = plan
  variables {
    platform_admin_object_id = null
  }
  expect_failures = [var.platform_admin_object_id]
}

run "prod_names_its_analysts" {
  command = plan
  variables {
    analysts_group = "account users"
  }
  expect_failures = [var.analysts_group]
}

run "prod_is_in_zones" {
  command = plan
  variables {
    zones = ["1"]
  }
  expect_failures = [var.zones]
}

run "prod_is_geo_redundant" {
  command = plan
  variables {
    storage_replication = "LRS"
  }
  expect_failures = [var.storage_replication]
}

run "replication_is_one_of_six" {
  command = plan
  variables {
    storage_replication = "three copies"
  }
  expect_failures = [var.storage_replication]
}

run "network_is_a_16" {
  command = plan
  variables {
    address_space = "10.40.0.0/24"
  }
  expect_failures = [var.address_space]
}

run "network_is_not_the_pods" {
  command = plan
  variables {
    address_space = "10.244.0.0/16"
  }
  expect_failures = [var.address_space]
}

run "nobody_is_everybody" {
  command = plan
  variables {
    admin_ip_ranges = ["0.0.0.0/0"]
  }
  expect_failures = [var.admin_ip_ranges]
}

run "erasure_has_an_end" {
  command = plan
  variables {
    soft_delete_days = 90
  }
  expect_failures = [var.soft_delete_days]
}

run "landing_outlives_an_outage" {
  command = plan
  variables {
    landing_retention_days = 1
  }
  expect_failures = [var.landing_retention_days]
}

run "bronze_is_kept_for_days" {
  command = plan
  variables {
    bronze_retention_days = 0.5
  }
  expect_failures = [var.bronze_retention_days]
}

run "storage_logs_are_known" {
  command = plan
  variables {
    storage_log_categories = ["Everything"]
  }
  expect_failures = [var.storage_log_categories]
}

run "some_language_account" {
  command = plan
  variables {
    language_accounts = {}
  }
  expect_failures = [var.language_accounts]
}

run "language_name_fits_a_host" {
  command = plan
  variables {
    language_accounts = { "EU West" = { location = "westeurope", sku = "S", regions = [] } }
  }
  expect_failures = [var.language_accounts]
}

run "language_sku_is_known" {
  command = plan
  variables {
    language_accounts = { eu = { location = "westeurope", sku = "S0", regions = [] } }
  }
  expect_failures = [var.language_accounts]
}

run "language_in_prod_is_not_free" {
  command = plan
  variables {
    language_accounts = { eu = { location = "westeurope", sku = "F0", regions = [] } }
  }
  expect_failures = [var.language_accounts]
}

run "language_has_one_default" {
  command = plan
  variables {
    language_accounts = { eu = { location = "westeurope", sku = "S", regions = [] }, us = { location = "eastus2", sku = "S", regions = [] } }
  }
  expect_failures = [var.language_accounts]
}

run "a_region_has_one_account" {
  command = plan
  variables {
    language_accounts = { eu = { location = "westeurope", sku = "S", regions = ["Paris"] }, us = { location = "eastus2", sku = "S", regions = ["paris"] } }
  }
  expect_failures = [var.language_accounts]
}

run "a_region_is_no_option" {
  command = plan
  variables {
    language_accounts = { eu = { location = "westeurope", sku = "S", regions = ["Paris:'x'"] } }
  }
  expect_failures = [var.language_accounts]
}

run "prod_has_an_sla" {
  command = plan
  variables {
    aks = { sku_tier = "Free", system_pool = { vm_size = "Standard_D4ads_v5", min = 3, max = 5 }, flink_pool = { vm_size = "Standard_D8ads_v5", min = 2, max = 6 } }
  }
  expect_failures = [var.aks]
}

run "prod_may_lose_a_node" {
  command = plan
  variables {
    aks = { sku_tier = "Standard", system_pool = { vm_size = "Standard_D4ads_v5", min = 3, max = 5 }, flink_pool = { vm_size = "Standard_D8ads_v5", min = 1, max = 6 } }
  }
  expect_failures = [var.aks]
}

run "pools_have_bounds_in_order" {
  command = plan
  variables {
    aks = { sku_tier = "Standard", system_pool = { vm_size = "Standard_D4ads_v5", min = 3, max = 2 }, flink_pool = { vm_size = "Standard_D8ads_v5", min = 2, max = 6 } }
  }
  expect_failures = [var.aks]
}

run "vault_keeps_for_a_week" {
  command = plan
  variables {
    vault_soft_delete_days = 1
  }
  expect_failures = [var.vault_soft_delete_days]
}

run "logs_are_kept_for_a_month" {
  command = plan
  variables {
    log_retention_days = 7
  }
  expect_failures = [var.log_retention_days]
}

run "logs_have_a_limit_or_none" {
  command = plan
  variables {
    log_daily_quota_gb = 0
  }
  expect_failures = [var.log_daily_quota_gb]
}

run "prod_runs_as_itself" {
  command = plan
  variables {
    databricks_account_id = null
  }
  expect_failures = [var.databricks_account_id]
}

run "runtime_has_scala_2_12" {
  command = plan
  variables {
    optimizer = { paused = false, node_type = "Standard_D8ads_v5", workers = 2, spark_version = "17.3.x-scala2.13" }
  }
  expect_failures = [var.optimizer]
}

run "schedule_is_quartz" {
  command = plan
  variables {
    optimizer = { paused = false, node_type = "Standard_D8ads_v5", workers = 2, schedule = "30 2 * * *" }
  }
  expect_failures = [var.optimizer]
}

run "serverless_does_not_reach" {
  command = plan
  variables {
    warehouse = { size = "Small", serverless = true }
  }
  expect_failures = [var.warehouse]
}

run "warehouse_stops" {
  command = plan
  variables {
    warehouse = { size = "Small", serverless = false, auto_stop_minutes = 0 }
  }
  expect_failures = [var.warehouse]
}

run "one_free_account" {
  command = plan
  variables {
    environment       = "dev"
    language_accounts = { eu = { location = "westeurope", sku = "F0", regions = [] }, us = { location = "eastus2", sku = "F0", regions = ["Boston"] } }
  }
  expect_failures = [var.language_accounts]
}
