# Who may do what, role by role: an assignment more than these fails here.

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

run "roles" {
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
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-0000000000a0"
      ]) == toset([
      "Storage Blob Data Reader on external-source",
      "Storage Blob Data Contributor on bronze",
      "Storage Blob Data Contributor on silver",
      "Storage Blob Data Contributor on gold",
      "Storage Blob Data Contributor on checkpoints",
      "Cognitive Services Language Reader on us",
      "Cognitive Services Language Reader on eu",
      "Cognitive Services Language Reader on uk",
      "Key Vault Secrets User on vault",
    ])
    error_message = "The job reads what lands, writes the layers and its checkpoints, has texts read, and knows its key."
  }
  assert {
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-0000000000a1"
      ]) == toset([
      "Storage Blob Data Contributor on bronze",
      "Storage Blob Data Contributor on silver",
      "Storage Blob Data Contributor on gold",
      "Storage Blob Data Contributor on unity-catalog",
      "Storage Blob Delegator on lake",
    ])
    error_message = "The optimizer has the layers: not what lands, not Flink's state, no secret of the vault."
  }
  assert {
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-0000000000a2"
      ]) == toset([
      "AcrPush on registry",
      "Azure Kubernetes Service Cluster User Role on aks",
      "Azure Kubernetes Service RBAC Admin on insight",
    ])
    error_message = "CI pushes images and has one namespace."
  }
  assert {
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-0000000000a3"
      ]) == toset([
      "AcrPull on registry",
    ])
    error_message = "Nodes pull images."
  }
  assert {
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-00000000000b"
      ]) == toset([
      "Storage Blob Data Reader on silver",
      "Storage Blob Data Reader on gold",
    ])
    error_message = "Analysts read silver and gold; bronze, with the personal data, is closed."
  }
  assert {
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-00000000000d"
      ]) == toset([
      "Storage Blob Data Contributor on external-source",
    ])
    error_message = "The exporter writes where things land."
  }
  assert {
    condition = toset([
      for assignment in azurerm_role_assignment.main : "${assignment.role_definition_name} on ${basename(assignment.scope)}"
      if assignment.principal_id == "00000000-0000-0000-0000-00000000000a"
      ]) == toset([
      "Azure Kubernetes Service RBAC Cluster Admin on aks",
      "Azure Kubernetes Service Cluster User Role on aks",
      "Key Vault Secrets Officer on vault",
      "Monitoring Data Reader on amw",
    ])
    error_message = "Who runs the platform gets no data of the lake for that."
  }
  assert {
    condition = alltrue([
      for assignment in azurerm_role_assignment.main : !contains(["Owner", "Contributor", "User Access Administrator", "Storage Blob Data Owner", "Cognitive Services User"], assignment.role_definition_name)
    ])
    error_message = "No broad roles."
  }
  assert {
    condition = alltrue([
      for assignment in azurerm_role_assignment.main : can(regex("/containers/[a-z-]+$", assignment.scope))
      if startswith(assignment.role_definition_name, "Storage Blob Data")
    ])
    error_message = "Data of the lake is given by container, never by account."
  }

  # --- Who counts as whom

  assert {
    condition     = azurerm_federated_identity_credential.job.subject == "system:serviceaccount:insight:insight-flink" && azurerm_federated_identity_credential.job.issuer == "https://oidc.example.com/" && azurerm_federated_identity_credential.job.audience == tolist(["api://AzureADTokenExchange"])
    error_message = "The job's identity is that of one service account of this cluster."
  }
  assert {
    condition     = azurerm_federated_identity_credential.deployer.subject == "repo:example/customer-insight-engine:environment:prod" && azurerm_federated_identity_credential.deployer.issuer == "https://token.actions.githubusercontent.com"
    error_message = "Only runs that GitHub let into the environment prod deploy to prod; no branch, no pull request."
  }

  # --- On Databricks

  assert {
    condition     = toset([for grant in databricks_grants.schema["bronze"].grant : grant.principal]) == toset(["00000000-0000-0000-0000-0000000000c1"])
    error_message = "Bronze is closed to analysts."
  }
  assert {
    condition = alltrue([
      for layer in ["silver", "gold"] : contains([for grant in databricks_grants.schema[layer].grant : "${grant.principal} ${join(" ", sort(grant.privileges))}"], "insight-analysts SELECT USE_SCHEMA")
    ])
    error_message = "Analysts read silver and gold, and change nothing."
  }
  assert {
    condition = length([for grant in databricks_grants.location["bronze"].grant : grant if grant.principal == "insight-analysts"]) == 0 && alltrue([
      for layer in ["silver", "gold"] : contains([for grant in databricks_grants.location[layer].grant : "${grant.principal} ${join(" ", sort(grant.privileges))}"], "insight-analysts READ_FILES")
    ])
    error_message = "The same by path."
  }
  assert {
    condition     = !startswith(databricks_directory.insight.path, "/Shared") && [for rule in databricks_permissions.folder.access_control : rule.permission_level] == ["CAN_READ"]
    error_message = "Only administrators change what the Spark job runs."
  }
  assert {
    condition     = databricks_job.optimizer.run_as[0].service_principal_name == "00000000-0000-0000-0000-0000000000c1"
    error_message = "The Spark job is itself, not whoever applied."
  }
}
