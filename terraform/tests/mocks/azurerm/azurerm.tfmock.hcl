# Ids that the tests compare, known while planning.

override_data {
  target          = data.azurerm_client_config.current
  override_during = plan
  values = {
    tenant_id       = "00000000-0000-0000-0000-0000000000f0"
    object_id       = "00000000-0000-0000-0000-0000000000f1"
    client_id       = "00000000-0000-0000-0000-0000000000f2"
    subscription_id = "00000000-0000-0000-0000-000000000000"
  }
}

override_resource {
  target          = azurerm_storage_account.lake
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake"
  }
}

override_resource {
  target          = azurerm_storage_container.lake["external-source"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/external-source"
  }
}

override_resource {
  target          = azurerm_storage_container.lake["bronze"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/bronze"
  }
}

override_resource {
  target          = azurerm_storage_container.lake["silver"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/silver"
  }
}

override_resource {
  target          = azurerm_storage_container.lake["gold"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/gold"
  }
}

override_resource {
  target          = azurerm_storage_container.lake["checkpoints"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/checkpoints"
  }
}

override_resource {
  target          = azurerm_storage_container.lake["unity-catalog"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/unity-catalog"
  }
}

override_resource {
  target          = azurerm_user_assigned_identity.workload["job"]
  override_during = plan
  values = {
    id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/job"
    principal_id = "00000000-0000-0000-0000-0000000000a0"
    client_id    = "00000000-0000-0000-0000-0000000000c0"
  }
}

override_resource {
  target          = azurerm_user_assigned_identity.workload["optimizer"]
  override_during = plan
  values = {
    id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/optimizer"
    principal_id = "00000000-0000-0000-0000-0000000000a1"
    client_id    = "00000000-0000-0000-0000-0000000000c1"
  }
}

override_resource {
  target          = azurerm_user_assigned_identity.workload["deployer"]
  override_during = plan
  values = {
    id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/deployer"
    principal_id = "00000000-0000-0000-0000-0000000000a2"
    client_id    = "00000000-0000-0000-0000-0000000000c2"
  }
}

override_resource {
  target          = azurerm_user_assigned_identity.workload["nodes"]
  override_during = plan
  values = {
    id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/nodes"
    principal_id = "00000000-0000-0000-0000-0000000000a3"
    client_id    = "00000000-0000-0000-0000-0000000000c3"
  }
}

override_resource {
  target          = azurerm_key_vault.main
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault"
  }
}

override_resource {
  target          = azurerm_container_registry.main
  override_during = plan
  values = {
    id           = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/registry"
    login_server = "registry.azurecr.io"
  }
}

override_resource {
  target          = azurerm_kubernetes_cluster.main
  override_during = plan
  values = {
    id              = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/aks"
    oidc_issuer_url = "https://oidc.example.com/"
  }
}

override_resource {
  target          = azurerm_cognitive_account.language["all"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/all"
  }
}

override_resource {
  target          = azurerm_cognitive_account.language["us"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/us"
  }
}

override_resource {
  target          = azurerm_cognitive_account.language["eu"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/eu"
  }
}

override_resource {
  target          = azurerm_cognitive_account.language["uk"]
  override_during = plan
  values = {
    id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/uk"
  }
}

override_resource {
  target          = azurerm_monitor_workspace.main
  override_during = plan
  values          = { id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Monitor/accounts/amw" }
}
