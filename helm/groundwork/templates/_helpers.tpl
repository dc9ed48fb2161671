{{- define "groundwork.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* Leaves room for the longest suffix, "-operations". */}}
{{- define "groundwork.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" }}
{{- else if contains (include "groundwork.name" .) .Release.Name }}
{{- .Release.Name | trunc 52 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "groundwork.name" .) | trunc 52 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{/* Labels that select all pods of the release; add a component to select one kind. */}}
{{- define "groundwork.selector" -}}
app.kubernetes.io/name: {{ include "groundwork.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "groundwork.labels" -}}
{{ include "groundwork.selector" . }}
app.kubernetes.io/version: {{ .Values.image.tag | default .Chart.AppVersion | trunc 63 | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "groundwork.image" -}}
{{- $tag := .Values.image.tag | default .Chart.AppVersion }}
{{- with .Values.image.digest }}
{{- printf "%s@%s" $.Values.image.repository . }}
{{- else }}
{{- printf "%s:%s" .Values.image.repository $tag }}
{{- end }}
{{- end }}

{{- define "groundwork.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- .Values.serviceAccount.name | default (include "groundwork.fullname" .) }}
{{- else }}
{{- .Values.serviceAccount.name | default "default" }}
{{- end }}
{{- end }}

{{/* Milliseconds of a duration in the service's format ("500ms", "30s", "5m"). */}}
{{- define "groundwork.milliseconds" -}}
{{- $units := dict "ms" 1 "s" 1000 "m" 60000 "h" 3600000 "d" 86400000 }}
{{- mul (regexFind "^[0-9]+" . | int64) (get $units (regexFind "[a-z]+$" .)) }}
{{- end }}

{{/* What migrates the schema: "job", "initContainer" or "none". */}}
{{- define "groundwork.migrations" -}}
{{- if eq .Values.database.mode "embedded" }}none
{{- else if ne .Values.migrations.mode "auto" }}{{ .Values.migrations.mode }}
{{- else if or .Values.bundledPostgresql.enabled .Values.externalSecret.enabled }}initContainer
{{- else }}job
{{- end }}
{{- end }}

{{/* The five possible Secrets: each is a reference to its key, or empty. */}}
{{- define "groundwork.secrets.database" -}}
{{- if .Values.bundledPostgresql.enabled }}
{{- dict "name" (printf "%s-postgresql" (include "groundwork.fullname" .)) "key" "database-url" | toYaml }}
{{- else }}
{{- include "groundwork.secret" (list . .Values.database.existingSecret .Values.database.existingSecretKey "databaseUrl") }}
{{- end }}
{{- end }}

{{- define "groundwork.secrets.databaseRead" -}}
{{- include "groundwork.secret" (list . .Values.database.readExistingSecret .Values.database.readExistingSecretKey "databaseReadUrl") }}
{{- end }}

{{- define "groundwork.secrets.migrations" -}}
{{- include "groundwork.secret" (list . .Values.migrations.existingSecret .Values.migrations.existingSecretKey "migrationsDatabaseUrl") }}
{{- end }}

{{- define "groundwork.secrets.hs256" -}}
{{- include "groundwork.secret" (list . .Values.auth.existingSecret .Values.auth.existingSecretKey "hs256Secret") }}
{{- end }}

{{- define "groundwork.secrets.encryption" -}}
{{- include "groundwork.secret" (list . .Values.encryption.existingSecret .Values.encryption.existingSecretKey "encryptionKey") }}
{{- end }}

{{/* An existing Secret, or one that the External Secrets operator creates. */}}
{{- define "groundwork.secret" -}}
{{- $root := index . 0 }}
{{- $existing := index . 1 }}
{{- $remote := index . 3 }}
{{- if $existing }}
{{- dict "name" $existing "key" (index . 2) | toYaml }}
{{- else if and $root.Values.externalSecret.enabled (get $root.Values.externalSecret.remoteRefs $remote) }}
{{- dict "name" (printf "%s-external" (include "groundwork.fullname" $root)) "key" (kebabcase $remote) | toYaml }}
{{- end }}
{{- end }}
