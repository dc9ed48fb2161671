{{/*
Rejects combinations of values that the schema cannot reject. Each error says what to set. The first template includes this,
so that an error comes before any manifest.
*/}}
{{- define "groundwork.validate" -}}
{{- $v := .Values -}}
{{- $remote := dict -}}
{{- if $v.externalSecret.enabled -}}
{{- $remote = $v.externalSecret.remoteRefs -}}
{{- if not $v.externalSecret.secretStoreRef.name -}}
{{- fail "externalSecret.secretStoreRef.name is empty: name the store that holds the secrets" -}}
{{- end -}}
{{- if not (or $remote.databaseUrl $remote.databaseReadUrl $remote.migrationsDatabaseUrl $remote.hs256Secret $remote.encryptionKey) -}}
{{- fail "externalSecret.remoteRefs names nothing: give databaseUrl or hs256Secret a key, or set externalSecret.enabled=false" -}}
{{- end -}}
{{- end -}}

{{- include "groundwork.validate.twice" (list "database.existingSecret" $v.database.existingSecret "externalSecret.remoteRefs.databaseUrl" $remote.databaseUrl) -}}
{{- include "groundwork.validate.twice" (list "database.existingSecret" $v.database.existingSecret "bundledPostgresql.enabled" $v.bundledPostgresql.enabled) -}}
{{- include "groundwork.validate.twice" (list "bundledPostgresql.enabled" $v.bundledPostgresql.enabled "externalSecret.remoteRefs.databaseUrl" $remote.databaseUrl) -}}
{{- include "groundwork.validate.twice" (list "database.readExistingSecret" $v.database.readExistingSecret "externalSecret.remoteRefs.databaseReadUrl" $remote.databaseReadUrl) -}}
{{- include "groundwork.validate.twice" (list "migrations.existingSecret" $v.migrations.existingSecret "externalSecret.remoteRefs.migrationsDatabaseUrl" $remote.migrationsDatabaseUrl) -}}
{{- include "groundwork.validate.twice" (list "auth.existingSecret" $v.auth.existingSecret "externalSecret.remoteRefs.hs256Secret" $remote.hs256Secret) -}}
{{- include "groundwork.validate.twice" (list "encryption.existingSecret" $v.encryption.existingSecret "externalSecret.remoteRefs.encryptionKey" $remote.encryptionKey) -}}

{{- $database := or $v.database.existingSecret $remote.databaseUrl $v.bundledPostgresql.enabled -}}
{{- if eq $v.database.mode "postgres" -}}
{{- if not $database -}}
{{- fail "no database: set database.existingSecret to a Secret with its address (kubectl create secret generic groundwork-database --from-literal=database-url=postgres://USER:PASSWORD@HOST/NAME), or externalSecret.remoteRefs.databaseUrl, or database.mode=embedded and replicaCount=1; for evaluation, bundledPostgresql.enabled=true" -}}
{{- end -}}
{{- if and (eq $v.migrations.mode "job") (or $v.bundledPostgresql.enabled $v.externalSecret.enabled) -}}
{{- fail "migrations.mode=job runs before the release makes its database or Secret: set migrations.mode=auto or initContainer" -}}
{{- end -}}
{{- else -}}
{{- if or $database $v.database.readExistingSecret $remote.databaseReadUrl -}}
{{- fail "database.mode=embedded and a PostgreSQL database are both set: choose database.mode=postgres, or leave out database.existingSecret, database.readExistingSecret, bundledPostgresql and externalSecret.remoteRefs.databaseUrl" -}}
{{- end -}}
{{- if gt (int $v.replicaCount) 1 -}}
{{- fail (printf "database.mode=embedded keeps its data in the volume of one pod: set replicaCount=1 (it is %d), or database.mode=postgres for more" (int $v.replicaCount)) -}}
{{- end -}}
{{- if $v.autoscaling.enabled -}}
{{- fail "database.mode=embedded takes one pod: set autoscaling.enabled=false, or database.mode=postgres" -}}
{{- end -}}
{{- if $v.worker.enabled -}}
{{- fail "database.mode=embedded lets one process have the database, which then does the worker's part: set worker.enabled=false, or database.mode=postgres" -}}
{{- end -}}
{{- end -}}

{{- $keys := 0 -}}
{{- range list $v.auth.jwksUrl $v.auth.jwksConfigMap (include "groundwork.secrets.hs256" .) -}}
{{- if . -}}
{{- $keys = add1 $keys -}}
{{- end -}}
{{- end -}}
{{- if gt (int $keys) 1 -}}
{{- fail "keys are named in more than one way: set one of auth.jwksUrl, auth.jwksConfigMap and auth.existingSecret (or externalSecret.remoteRefs.hs256Secret)" -}}
{{- end -}}
{{- if not (or $keys $v.auth.issuer $v.auth.issuersConfigMap) -}}
{{- fail "there is no way to verify tokens: set auth.issuer (OpenID Connect discovery), auth.jwksUrl, auth.jwksConfigMap, auth.existingSecret or auth.issuersConfigMap" -}}
{{- end -}}
{{- if $v.auth.issuersConfigMap -}}
{{- if or $keys $v.auth.issuer $v.auth.audience -}}
{{- fail "auth.issuersConfigMap lists the issuers with their audiences and keys: leave out auth.issuer, auth.audience, auth.jwksUrl, auth.jwksConfigMap and auth.existingSecret" -}}
{{- end -}}
{{- range $name, $value := omit $v.settings "GROUNDWORK_AUTH_REQUIRE_SCOPES" "GROUNDWORK_AUTH_LEEWAY" -}}
{{- if hasPrefix "GROUNDWORK_AUTH_" $name -}}
{{- fail (printf "auth.issuersConfigMap says for each issuer what settings.%s sets for one: leave it out" $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- if and $v.board.clientId (not (or $v.board.issuer $v.auth.issuer $v.auth.issuersConfigMap)) -}}
{{- fail "board.clientId is set, but no issuer at which people sign in: set board.issuer, or auth.issuer" -}}
{{- end -}}

{{- $notice := mul 1000 $v.readinessProbe.periodSeconds $v.readinessProbe.failureThreshold | int64 -}}
{{- $drain := include "groundwork.milliseconds" $v.drainTime | int64 -}}
{{- if le $drain $notice -}}
{{- fail (printf "drainTime=%s ends before the readiness probe has noticed (periodSeconds × failureThreshold = %d s), and requests would be lost: set it to %ds or more" $v.drainTime (div $notice 1000) (add1 (div $notice 1000))) -}}
{{- end -}}
{{- $stop := add $drain (include "groundwork.milliseconds" $v.shutdownTimeout) | int64 -}}
{{- if le (mul 1000 $v.terminationGracePeriodSeconds | int64) $stop -}}
{{- fail (printf "terminationGracePeriodSeconds=%d kills pods that still answer requests: drainTime and shutdownTimeout take %d s together, so set it to %d or more" (int $v.terminationGracePeriodSeconds) (div $stop 1000) (add (div $stop 1000) 5)) -}}
{{- end -}}
{{- $webhook := include "groundwork.milliseconds" (get $v.settings "GROUNDWORK_WEBHOOKS_TIMEOUT" | default "15s") | int64 -}}
{{- if and $v.worker.enabled (le (mul 1000 $v.worker.terminationGracePeriodSeconds | int64) $webhook) -}}
{{- fail (printf "worker.terminationGracePeriodSeconds=%d kills workers that still wait for the receiver of a webhook: set it to %d or more" (int $v.worker.terminationGracePeriodSeconds) (add (div $webhook 1000) 5)) -}}
{{- end -}}

{{- if $v.autoscaling.enabled -}}
{{- if gt (int $v.autoscaling.minReplicas) (int $v.autoscaling.maxReplicas) -}}
{{- fail "autoscaling.minReplicas is more than autoscaling.maxReplicas" -}}
{{- end -}}
{{- if not (or $v.autoscaling.targetCPUUtilizationPercentage $v.autoscaling.targetMemoryUtilizationPercentage) -}}
{{- fail "autoscaling has nothing to aim at: set autoscaling.targetCPUUtilizationPercentage or autoscaling.targetMemoryUtilizationPercentage" -}}
{{- end -}}
{{- end -}}
{{- if and $v.ingress.enabled (not $v.ingress.hosts) -}}
{{- fail "ingress.hosts is empty: name a host, as in ingress.hosts[0].host=groundwork.example.org" -}}
{{- end -}}
{{- if and $v.httpRoute.enabled (not $v.httpRoute.parentRefs) -}}
{{- fail "httpRoute.parentRefs is empty: name the gateway, as in httpRoute.parentRefs[0].name=public" -}}
{{- end -}}

{{- $values := dict
  "GROUNDWORK_DATABASE_URL" "database.existingSecret"
  "GROUNDWORK_DATABASE_READ_URL" "database.readExistingSecret"
  "GROUNDWORK_DATABASE_CONNECTIONS" "database.connections"
  "GROUNDWORK_DATABASE_WAIT" "database.wait"
  "GROUNDWORK_DATABASE_STATEMENT_TIMEOUT" "database.statementTimeout"
  "GROUNDWORK_DATABASE_LOCK_TIMEOUT" "database.lockTimeout"
  "GROUNDWORK_MIGRATE" "migrations.mode"
  "GROUNDWORK_ENCRYPTION_KEY" "encryption.existingSecret"
  "GROUNDWORK_AUTH_ISSUER" "auth.issuer"
  "GROUNDWORK_AUTH_AUDIENCE" "auth.audience"
  "GROUNDWORK_AUTH_HS256_SECRET" "auth.existingSecret"
  "GROUNDWORK_AUTH_JWKS_URL" "auth.jwksUrl"
  "GROUNDWORK_AUTH_JWKS_FILE" "auth.jwksConfigMap"
  "GROUNDWORK_AUTH_ISSUERS_FILE" "auth.issuersConfigMap"
  "GROUNDWORK_BOARD_CLIENT_ID" "board.clientId"
  "GROUNDWORK_BOARD_ISSUER" "board.issuer"
  "GROUNDWORK_BOARD_SCOPE" "board.scope"
  "GROUNDWORK_BOARD_RESOURCE" "board.resource"
  "GROUNDWORK_BIND" "bindAddress"
  "GROUNDWORK_OPERATIONS_BIND" "bindAddress"
  "GROUNDWORK_DRAIN_TIME" "drainTime"
  "GROUNDWORK_SHUTDOWN_TIMEOUT" "shutdownTimeout"
  "GROUNDWORK_WORKER" "worker.enabled"
  "GROUNDWORK_LOG" "logging.filter"
  "GROUNDWORK_LOG_FORMAT" "logging.format" -}}
{{- range $name, $_ := $v.settings -}}
{{- with get $values $name -}}
{{- fail (printf "settings.%s has a value of its own: set %s instead" $name .) -}}
{{- end -}}
{{- end -}}
{{- range $v.extraEnv -}}
{{- if hasPrefix "GROUNDWORK_" .name -}}
{{- fail (printf "extraEnv has %s: set %s instead" .name (get $values .name | default (printf "settings.%s" .name))) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Rejects two values for the same thing: (list name value name value). */}}
{{- define "groundwork.validate.twice" -}}
{{- if and (index . 1) (index . 3) -}}
{{- fail (printf "%s and %s are both set: choose one" (index . 0) (index . 2)) -}}
{{- end -}}
{{- end }}
