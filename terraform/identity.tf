# Who acts. No identity here has a password: each proves itself by a token of the place where it runs, and a federated
# credential says which tokens count. What each may do is in roles.tf.

resource "azurerm_user_assigned_identity" "workload" {
  for_each = {
    job       = "the Flink job"
    optimizer = "the Spark job on Databricks, and Unity Catalog's way to the lake"
    deployer  = "GitHub Actions: pushes images, changes the job's namespace"
    nodes     = "nodes of AKS: pull images"
  }

  name                = "id-${local.name}-${each.key}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = merge(local.tags, { purpose = each.value })
}

# The cluster's control plane. Apart from the others, because the cluster needs its roles before there is a cluster.
resource "azurerm_user_assigned_identity" "aks" {
  name                = "id-${local.name}-aks"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = local.tags
}

# The job's pods, by their service account.
resource "azurerm_federated_identity_credential" "job" {
  name                      = "aks-${var.kubernetes_namespace}-${var.kubernetes_service_account}"
  user_assigned_identity_id = azurerm_user_assigned_identity.workload["job"].id
  issuer                    = azurerm_kubernetes_cluster.main.oidc_issuer_url
  subject                   = "system:serviceaccount:${var.kubernetes_namespace}:${var.kubernetes_service_account}"
  audience                  = ["api://AzureADTokenExchange"]
}

# Workflow runs of this repository that GitHub lets into the environment of this name (prod: after approval).
resource "azurerm_federated_identity_credential" "deployer" {
  name                      = "github-${var.environment}"
  user_assigned_identity_id = azurerm_user_assigned_identity.workload["deployer"].id
  issuer                    = "https://token.actions.githubusercontent.com"
  subject                   = "repo:${var.github_repository}:environment:${var.environment}"
  audience                  = ["api://AzureADTokenExchange"]
}
