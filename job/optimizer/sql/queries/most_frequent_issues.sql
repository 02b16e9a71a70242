-- The technical problems that most chats speak of, and how many of those chats are high risk.
SELECT issue, sum(chats) AS chats, sum(high_risk_chats) AS high_risk_chats
FROM gold.technical_issues
GROUP BY issue
ORDER BY chats DESC, issue
LIMIT 20
