-- How many customers stand where, by region.
SELECT tier, coalesce(Region, 'unknown') AS Region, count(*) AS customers
FROM gold.current_customer_risk
GROUP BY tier, coalesce(Region, 'unknown')
ORDER BY customers DESC
