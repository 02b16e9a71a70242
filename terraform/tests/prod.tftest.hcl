# prod.tfvars, as it is: what an attacker, an auditor and a lost zone would ask about.

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

run "prod" {
  command = plan
  variables {
    subscription_id           = run.tfvars.prod.subscription_id
    environment               = run.tfvars.prod.environment
    location                  = run.tfvars.prod.location
    github_repository         = run.tfvars.prod.github_repository
    alert_emails              = run.tfvars.prod.alert_emails
    monthly_budget            = run.tfvars.prod.monthly_budget
    tags                      = run.tfvars.prod.tags
    platform_admin_object_id  = run.tfvars.prod.platform_admin_object_id
    analysts_object_id        = run.tfvars.prod.analysts_object_id
    analysts_group            = run.tfvars.prod.analysts_group
    databricks_account_id     = run.tfvars.prod.databricks_account_id
    landing_writer_object_ids = run.tfvars.prod.landing_writer_object_ids
    private_network           = run.tfvars.prod.private_network
    zones                     = run.tfvars.prod.zones
    storage_replication       = run.tfvars.prod.storage_replication
    soft_delete_days          = run.tfvars.prod.soft_delete_days
    landing_retention_days    = run.tfvars.prod.landing_retention_days
    bronze_retention_days     = run.tfvars.prod.bronze_retention_days
    storage_log_categories    = run.tfvars.prod.storage_log_categories
    language_accounts         = run.tfvars.prod.language_accounts
    aks                       = run.tfvars.prod.aks
    log_retention_days        = run.tfvars.prod.log_retention_days
    optimizer                 = run.tfvars.prod.optimizer
    warehouse                 = run.tfvars.prod.warehouse
  }

  assert {
    condition     = length(run.tfvars.prod) == 24
    error_message = "prod.tfvars has variables that this test does not pass on."
  }

  # --- Closed to the internet

  assert {
    condition     = toset(keys(azurerm_private_endpoint.main)) == toset(["storage-dfs", "storage-blob", "vault", "registry", "language-us", "language-eu", "language-uk"])
    error_message = "Each thing that holds data has a private endpoint, the lake one for each of its two names."
  }
  assert {
    condition     = toset(keys(azurerm_private_dns_zone.main)) == toset(["privatelink.dfs.core.windows.net", "privatelink.blob.core.windows.net", "privatelink.vaultcore.azure.net", "privatelink.azurecr.io", "privatelink.cognitiveservices.azure.com"]) && length(azurerm_private_dns_zone_virtual_network_link.main) == 5
    error_message = "Each kind of endpoint has its DNS zone, linked to the network."
  }
  assert {
    condition     = azurerm_storage_account.lake.network_rules[0].default_action == "Deny" && length(azurerm_storage_account.lake.network_rules[0].private_link_access) == 1
    error_message = "The lake takes its private endpoints and the access connector only."
  }
  assert {
    condition     = !azurerm_key_vault.main.public_network_access_enabled && azurerm_key_vault.main.network_acls[0].default_action == "Deny"
    error_message = "The vault takes its private endpoint only."
  }
  assert {
    condition     = alltrue([for account in azurerm_cognitive_account.language : !account.public_network_access_enabled])
    error_message = "Language takes private endpoints only."
  }
  assert {
    condition     = !azurerm_container_registry.main.public_network_access_enabled && azurerm_container_registry.main.sku == "Premium"
    error_message = "The registry takes its private endpoint only."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.private_cluster_enabled && !azurerm_kubernetes_cluster.main.private_cluster_public_fqdn_enabled
    error_message = "The API server has a private address only."
  }
  assert {
    condition     = azurerm_databricks_workspace.main.custom_parameters[0].no_public_ip && !databricks_sql_endpoint.analysts.enable_serverless_compute
    error_message = "What Databricks runs is inside the network."
  }

  # --- No keys, no passwords

  assert {
    condition     = !azurerm_storage_account.lake.shared_access_key_enabled && !azurerm_storage_account.lake.local_user_enabled && azurerm_storage_account.lake.min_tls_version == "TLS1_2"
    error_message = "The lake has no keys."
  }
  assert {
    condition     = alltrue([for account in azurerm_cognitive_account.language : !account.local_auth_enabled])
    error_message = "Language has no keys."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.local_account_disabled && azurerm_kubernetes_cluster.main.azure_active_directory_role_based_access_control[0].azure_rbac_enabled
    error_message = "The cluster knows Entra ID only."
  }
  assert {
    condition     = azurerm_key_vault.main.rbac_authorization_enabled && azurerm_key_vault.main.purge_protection_enabled && azurerm_key_vault.main.soft_delete_retention_days == 90
    error_message = "The vault goes by roles, and nothing in it is gone before 90 days."
  }

  # --- Survives a zone and a region

  assert {
    condition     = azurerm_storage_account.lake.account_replication_type == "RAGZRS"
    error_message = "The lake is in three zones and a second region."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.default_node_pool[0].zones == toset(["1", "2", "3"]) && azurerm_kubernetes_cluster_node_pool.flink.zones == toset(["1", "2", "3"])
    error_message = "Nodes are in three zones."
  }
  assert {
    condition     = azurerm_nat_gateway.main.sku_name == "StandardV2" && azurerm_public_ip.nat.sku == "StandardV2" && azurerm_public_ip.nat.zones == toset(["1", "2", "3"])
    error_message = "The way out is in three zones."
  }
  assert {
    condition     = azurerm_kubernetes_cluster_node_pool.flink.upgrade_settings[0].max_surge == "1" && azurerm_kubernetes_cluster_node_pool.flink.upgrade_settings[0].node_soak_duration_in_minutes == 5
    error_message = "Upgrades take one node of Flink's at a time, and wait until the job has recovered."
  }
  assert {
    condition     = azurerm_kubernetes_cluster_node_pool.flink.auto_scaling_enabled && azurerm_kubernetes_cluster_node_pool.flink.min_count == 2 && azurerm_kubernetes_cluster_node_pool.flink.node_taints == tolist(["workload=flink:NoSchedule"])
    error_message = "Flink has nodes of its own, which grow with it."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.sku_tier == "Standard" && azurerm_kubernetes_cluster.main.automatic_upgrade_channel == "stable" && azurerm_kubernetes_cluster.main.maintenance_window_auto_upgrade[0].day_of_week == "Sunday"
    error_message = "The cluster has an SLA, and is kept up to date in its window."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.network_profile[0].network_policy == "cilium" && azurerm_kubernetes_cluster.main.network_profile[0].network_plugin_mode == "overlay"
    error_message = "Network policies are enforced."
  }
  assert {
    condition     = length(terraform_data.keep) == 1 && length(azurerm_resource_group_policy_assignment.keep) == 1
    error_message = "The lake and the vault cannot be deleted, by Terraform or otherwise."
  }

  # --- Data stays where it must, and no longer than it must

  assert {
    condition     = azurerm_cognitive_account.language["eu"].location == "westeurope" && azurerm_cognitive_account.language["uk"].location == "uksouth"
    error_message = "Texts are read where their region says."
  }
  assert {
    condition     = output.kubernetes.languageEndpoint == "https://lang-insight-prod-ab12cd-us.cognitiveservices.azure.com" && strcontains(output.kubernetes.languageRegionEndpoints, "Paris:'https://lang-insight-prod-ab12cd-eu.cognitiveservices.azure.com',London:'https://lang-insight-prod-ab12cd-uk.cognitiveservices.azure.com'")
    error_message = "The job is told which region goes where, as a map in quotes."
  }
  assert {
    condition     = strcontains(local.job_alerts.LanguageThrottled.expression, "flink_taskmanager_job_task_operator_endpoint_languageThrottled")
    error_message = "With several endpoints each has its metrics."
  }
  assert {
    condition     = azurerm_storage_account.lake.blob_properties[0].delete_retention_policy[0].days == 7 && azurerm_storage_account.lake.blob_properties[0].container_delete_retention_policy[0].days == 7 && azurerm_storage_account.lake.is_hns_enabled
    error_message = "A week to take a deletion back, and no longer: erasure must come to its end."
  }
  assert {
    condition = alltrue([
      for rule in azurerm_storage_management_policy.lake.rule : rule.name == "landing-ends" ||
      rule.actions[0].base_blob[0].delete_after_days_since_modification_greater_than == null
    ])
    error_message = "Only landed files are deleted by age. A rule knows nothing of a Delta log."
  }
  assert {
    condition = alltrue(flatten([
      for rule in azurerm_storage_management_policy.lake.rule : [
        for prefix in rule.filters[0].prefix_match : startswith(prefix, "external-source/") || can(regex("^bronze/[a-z_]+/ingest_date=$", prefix))
      ]
    ]))
    error_message = "No rule touches silver, gold, checkpoints or a Delta log."
  }
  assert {
    condition     = strcontains(base64decode(databricks_workspace_file.bronze_retention.content_base64), "DELETE FROM insight_prod.bronze.dead_letters WHERE ingest_date < date_sub(current_date(), 365);")
    error_message = "Bronze ends after a year, by DELETE."
  }

  # --- Somebody is told

  assert {
    condition     = toset([for rule in azurerm_monitor_alert_prometheus_rule_group.job.rule : rule.alert]) == toset(["JobDown", "JobRestarts", "CheckpointsFail", "NoCheckpoint", "InsightLag", "LandingBacklog", "LandingUnreadable", "LanguageThrottled", "DeadLetters"])
    error_message = "The alerts are there."
  }
  assert {
    condition     = alltrue([for setting in ["lake", "vault", "registry", "cluster", "databricks", "language-us", "language-eu", "language-uk"] : contains(keys(azurerm_monitor_diagnostic_setting.main), setting)])
    error_message = "Each writes down who did what."
  }
  assert {
    condition     = contains([for log in azurerm_monitor_diagnostic_setting.main["lake"].enabled_log : log.category], "StorageRead")
    error_message = "Who read bronze is written down."
  }
  assert {
    condition     = length(one(azurerm_consumption_budget_subscription.main.filter[0].dimension).values) == 3
    error_message = "The budget sees the machines of AKS and Databricks, too."
  }
  assert {
    condition     = databricks_job.optimizer.schedule[0].pause_status == "UNPAUSED" && databricks_job.optimizer.email_notifications[0].on_failure == tolist(["oncall@example.com"])
    error_message = "The Spark job runs by itself, and says when it could not."
  }
}

# Named addresses reach the vault and the lake for a while, and nobody else.
run "a_door_for_the_administrators" {
  command = plan
  variables {
    subscription_id           = run.tfvars.prod.subscription_id
    environment               = run.tfvars.prod.environment
    location                  = run.tfvars.prod.location
    github_repository         = run.tfvars.prod.github_repository
    alert_emails              = run.tfvars.prod.alert_emails
    monthly_budget            = run.tfvars.prod.monthly_budget
    tags                      = run.tfvars.prod.tags
    platform_admin_object_id  = run.tfvars.prod.platform_admin_object_id
    analysts_object_id        = run.tfvars.prod.analysts_object_id
    analysts_group            = run.tfvars.prod.analysts_group
    databricks_account_id     = run.tfvars.prod.databricks_account_id
    landing_writer_object_ids = run.tfvars.prod.landing_writer_object_ids
    private_network           = run.tfvars.prod.private_network
    zones                     = run.tfvars.prod.zones
    storage_replication       = run.tfvars.prod.storage_replication
    soft_delete_days          = run.tfvars.prod.soft_delete_days
    landing_retention_days    = run.tfvars.prod.landing_retention_days
    bronze_retention_days     = run.tfvars.prod.bronze_retention_days
    storage_log_categories    = run.tfvars.prod.storage_log_categories
    language_accounts         = run.tfvars.prod.language_accounts
    aks                       = run.tfvars.prod.aks
    log_retention_days        = run.tfvars.prod.log_retention_days
    optimizer                 = run.tfvars.prod.optimizer
    warehouse                 = run.tfvars.prod.warehouse
    admin_ip_ranges           = ["203.0.113.7/32", "198.51.100.0/24"]
  }

  assert {
    condition     = azurerm_key_vault.main.public_network_access_enabled && azurerm_key_vault.main.network_acls[0].default_action == "Deny" && azurerm_key_vault.main.network_acls[0].ip_rules == toset(["203.0.113.7/32", "198.51.100.0/24"])
    error_message = "The vault takes the named addresses only."
  }
  assert {
    condition     = azurerm_storage_account.lake.network_rules[0].default_action == "Deny" && azurerm_storage_account.lake.network_rules[0].ip_rules == toset(["203.0.113.7", "198.51.100.0/24"])
    error_message = "The lake takes them, too, written as storage wants them: a single address without /32."
  }
  assert {
    condition     = azurerm_kubernetes_cluster.main.private_cluster_enabled && length(azurerm_kubernetes_cluster.main.api_server_access_profile) == 0
    error_message = "The API server stays private."
  }
}
