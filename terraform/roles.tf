# Who may do what, in one table. Data of the lake by container, never by account: the one role on the account, Storage Blob
# Delegator, opens no data.

locals {
  container_id = { for name, container in azurerm_storage_container.lake : name => container.id }
  identity     = { for name, identity in azurerm_user_assigned_identity.workload : name => identity.principal_id }

  roles = merge(
    # The Flink job reads what lands and writes the layers. It cannot change or delete what landed.
    {
      job-landing = { who = local.identity["job"], role = "Storage Blob Data Reader", on = local.container_id["external-source"] }
      job-secrets = { who = local.identity["job"], role = "Key Vault Secrets User", on = azurerm_key_vault.main.id }
    },
    {
      for container in ["bronze", "silver", "gold", "checkpoints"] :
      "job-${container}" => { who = local.identity["job"], role = "Storage Blob Data Contributor", on = local.container_id[container] }
    },
    # analyze-text is among Language Reader's data actions; Cognitive Services User could list keys, too.
    {
      for name, account in azurerm_cognitive_account.language :
      "job-language-${name}" => { who = local.identity["job"], role = "Cognitive Services Language Reader", on = account.id }
    },

    # The Spark job rewrites the layers; neither what lands nor Flink's state is its business.
    {
      for container in ["bronze", "silver", "gold", "unity-catalog"] :
      "optimizer-${container}" => { who = local.identity["optimizer"], role = "Storage Blob Data Contributor", on = local.container_id[container] }
    },
    # Unity Catalog hands out user delegation tokens for the paths that it governs; only an account can sign them.
    {
      optimizer-delegation = { who = local.identity["optimizer"], role = "Storage Blob Delegator", on = azurerm_storage_account.lake.id }
    },

    # CI pushes images and changes what is in the job's namespace. Writer would not do: it knows no custom resources.
    {
      deployer-images    = { who = local.identity["deployer"], role = "AcrPush", on = azurerm_container_registry.main.id }
      deployer-login     = { who = local.identity["deployer"], role = "Azure Kubernetes Service Cluster User Role", on = azurerm_kubernetes_cluster.main.id }
      deployer-namespace = { who = local.identity["deployer"], role = "Azure Kubernetes Service RBAC Admin", on = "${azurerm_kubernetes_cluster.main.id}/namespaces/${var.kubernetes_namespace}" }
    },

    # The cluster's nodes pull images.
    {
      nodes-images = { who = local.identity["nodes"], role = "AcrPull", on = azurerm_container_registry.main.id }
    },

    # People. Analysts mostly come through Unity Catalog; these are for Power BI and tools that read the files.
    { for container in ["silver", "gold"] :
      "analysts-${container}" => { who = var.analysts_object_id, role = "Storage Blob Data Reader", on = local.container_id[container] }
      if var.analysts_object_id != null
    },
    {
      for id in var.landing_writer_object_ids :
      "landing-writer-${id}" => { who = id, role = "Storage Blob Data Contributor", on = local.container_id["external-source"] }
    },
    {
      admin-cluster = { who = local.platform_admin_object_id, role = "Azure Kubernetes Service RBAC Cluster Admin", on = azurerm_kubernetes_cluster.main.id }
      admin-login   = { who = local.platform_admin_object_id, role = "Azure Kubernetes Service Cluster User Role", on = azurerm_kubernetes_cluster.main.id }
      admin-secrets = { who = local.platform_admin_object_id, role = "Key Vault Secrets Officer", on = azurerm_key_vault.main.id }
      admin-metrics = { who = local.platform_admin_object_id, role = "Monitoring Data Reader", on = azurerm_monitor_workspace.main.id }
    },
  )
}

resource "azurerm_role_assignment" "main" {
  for_each = local.roles

  principal_id         = each.value.who
  role_definition_name = each.value.role
  scope                = each.value.on
}

# What the cluster itself has to be allowed before there is a cluster: to put machines and internal load balancers into its
# subnet, and to give its nodes their identity.
resource "azurerm_role_assignment" "aks" {
  for_each = {
    network = { role = "Network Contributor", on = azurerm_subnet.aks.id }
    nodes   = { role = "Managed Identity Operator", on = azurerm_user_assigned_identity.workload["nodes"].id }
  }

  principal_id         = azurerm_user_assigned_identity.aks.principal_id
  role_definition_name = each.value.role
  scope                = each.value.on
}
