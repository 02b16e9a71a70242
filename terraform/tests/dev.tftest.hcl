# dev.tfvars, as it is: fits a trial subscription, costs little, and is no less closed to those who may not.

mock_provider "azurerm" {
  source = "./tests/mocks/azurerm"
}

mock_provider "random" {
  source = "./tests/mocks/random"
}

mock_provider "databricks" {}

run "tfvars" {
  command = plan
  module {
    source = "./tests/tfvars"
  }
}

run "dev" {
  command = plan
  variables {
    subscription_id        = run.tfvars.dev.subscription_id
    environment            = run.tfvars.dev.environment
    location               = run.tfvars.dev.location
    github_repository      = run.tfvars.dev.github_repository
    alert_emails           = run.tfvars.dev.alert_emails
    monthly_budget         = run.tfvars.dev.monthly_budget
    tags                   = run.tfvars.dev.tags
    private_network        = run.tfvars.dev.private_network
    protect_data           = run.tfvars.dev.protect_data
    storage_replication    = run.tfvars.dev.storage_replication
    soft_delete_days       = run.tfvars.dev.soft_delete_days
    landing_retention_days = run.tfvars.dev.landing_retention_days
    bronze_retention_days  = run.tfvars.dev.bronze_retention_days
    vault_soft_delete_days = run.tfvars.dev.vault_soft_delete_days
    language_accounts      = run.tfvars.dev.language_accounts
    aks                    = run.tfvars.dev.aks
    log_daily_quota_gb     = run.tfvars.dev.log_daily_quota_gb
    optimizer              = run.tfvars.dev.optimizer
    warehouse              = run.tfvars.dev.warehouse
  }

  assert {
    condition     = length(run.tfvars.dev) == 19
    error_message = "dev.tfvars has variables that this test does not pass on."
  }

  # --- Names: unique, and within what Azure takes

  assert {
    condition     = azurerm_storage_account.lake.name == "insightdevab12cd" && can(regex("^[a-z0-9]{3,24}$", azurerm_storage_account.lake.name))
    error_message = "A storage account has 3 to 24 small letters and digits, and ours end in the random suffix."
  }
  assert {
    condition     = azurerm_key_vault.main.name == "kv-insight-dev-ab12cd" && length(azurerm_key_vault.main.name) <= 24
    error_message = "A vault's name has 24 characters at most."
  }
  assert {
    condition     = azurerm_container_registry.main.name == "crinsightdevab12cd"
    error_message = "A registry's name is global: it ends in the suffix."
  }
  assert {
    condition     = alltrue([for account in azurerm_cognitive_account.language : strcontains(account.custom_subdomain_name, "ab12cd")])
    error_message = "A Language account's subdomain is global: it has the suffix."
  }

  # --- Fits a trial

  assert {
    condition     = azurerm_storage_account.lake.account_replication_type == "LRS"
    error_message = "dev keeps one copy."
  }
  assert {
    condition     = [for account in azurerm_cognitive_account.language : account.sku_name] == ["F0"]
    error_message = "dev has one free Language account."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.default_node_pool[0].max_count == 1 && azurerm_kubernetes_cluster_node_pool.flink.min_count == 0
    error_message = "Four vCPUs in all: one node of four, and none of Flink's own to begin with."
  }
  assert {
    condition     = azurerm_container_registry.main.sku == "Basic" && azurerm_kubernetes_cluster.main.sku_tier == "Free"
    error_message = "dev has the smallest registry and the free control plane."
  }
  assert {
    condition     = databricks_sql_endpoint.analysts.cluster_size == "2X-Small" && databricks_sql_endpoint.analysts.auto_stop_mins == 5
    error_message = "dev's warehouse is the smallest and stops by itself."
  }
  assert {
    condition     = databricks_job.optimizer.schedule[0].pause_status == "PAUSED" && databricks_job.optimizer.job_cluster[0].new_cluster[0].is_single_node
    error_message = "dev's Spark job is paused, and has one machine."
  }

  # --- No private network, but no keys either

  assert {
    condition     = length(azurerm_private_endpoint.main) == 0 && length(azurerm_private_dns_zone.main) == 0 && length(azurerm_subnet.endpoints) == 0
    error_message = "Private endpoints are for prod."
  }
  assert {
    condition     = !azurerm_kubernetes_cluster.main.private_cluster_enabled
    error_message = "dev's API server can be reached from a laptop."
  }
  assert {
    condition     = !azurerm_storage_account.lake.shared_access_key_enabled && azurerm_storage_account.lake.default_to_oauth_authentication && !azurerm_storage_account.lake.allow_nested_items_to_be_public
    error_message = "The lake has no keys and nothing public, in dev as well."
  }
  assert {
    condition     = alltrue([for account in azurerm_cognitive_account.language : !account.local_auth_enabled])
    error_message = "Language has no keys, in dev as well."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.local_account_disabled && azurerm_kubernetes_cluster.main.workload_identity_enabled && azurerm_kubernetes_cluster.main.oidc_issuer_enabled
    error_message = "The cluster knows Entra ID only."
  }
  assert {
    condition     = !azurerm_container_registry.main.admin_enabled && !azurerm_container_registry.main.anonymous_pull_enabled
    error_message = "The registry has no admin and no anonymous readers."
  }
  assert {
    condition     = azurerm_databricks_workspace.main.custom_parameters[0].no_public_ip
    error_message = "Databricks' machines have no public addresses."
  }

  # --- For the next step

  assert {
    condition     = output.kubernetes.lake == "{layer}@insightdevab12cd.dfs.core.windows.net" && output.kubernetes.landing == "external-source@insightdevab12cd.dfs.core.windows.net"
    error_message = "The manifests get the lake as the job's options want it."
  }
  assert {
    condition     = output.kubernetes.languageEndpoint == "https://lang-insight-dev-ab12cd-all.cognitiveservices.azure.com" && output.kubernetes.languageRegionEndpoints == ""
    error_message = "One account reads all regions."
  }
  assert {
    condition     = azurerm_federated_identity_credential.deployer.subject == "repo:example/customer-insight-engine:environment:dev"
    error_message = "Only runs in GitHub's environment dev may deploy to dev."
  }
  assert {
    condition     = strcontains(local.job_alerts.LanguageThrottled.expression, "flink_taskmanager_job_task_operator_languageThrottled")
    error_message = "With one endpoint its metrics are the operator's own."
  }
}

# What dev may do for once when it is to be watched over.
run "named_addresses_only" {
  command = plan
  variables {
    subscription_id     = run.tfvars.dev.subscription_id
    environment         = run.tfvars.dev.environment
    location            = run.tfvars.dev.location
    github_repository   = run.tfvars.dev.github_repository
    alert_emails        = run.tfvars.dev.alert_emails
    monthly_budget      = run.tfvars.dev.monthly_budget
    private_network     = false
    storage_replication = run.tfvars.dev.storage_replication
    language_accounts   = run.tfvars.dev.language_accounts
    aks                 = run.tfvars.dev.aks
    optimizer           = run.tfvars.dev.optimizer
    warehouse           = run.tfvars.dev.warehouse
    admin_ip_ranges     = ["203.0.113.7/32"]
  }

  assert {
    condition     = azurerm_kubernetes_cluster.main.api_server_access_profile[0].authorized_ip_ranges == toset(["203.0.113.7/32"])
    error_message = "The API server takes the named addresses."
  }
  assert {
    condition     = length(terraform_data.keep) == 1 && length(azurerm_resource_group_policy_assignment.keep) == 1
    error_message = "Unless dev says otherwise, the lake and the vault are protected."
  }
}
