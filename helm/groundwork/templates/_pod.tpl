{{/* What the pods of the service have in common: those that answer requests, the workers, and the migration. */}}

{{- define "groundwork.pod" -}}
serviceAccountName: {{ include "groundwork.serviceAccountName" . }}
{{ include "groundwork.pod.anywhere" . }}
{{- with .Values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{- define "groundwork.pod.anywhere" -}}
automountServiceAccountToken: false
# Kubernetes would set variables for each Service, such as GROUNDWORK_PORT, which are not settings.
enableServiceLinks: false
securityContext:
  {{- toYaml .Values.podSecurityContext | nindent 2 }}
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Spreads the pods of one component: (list . component). */}}
{{- define "groundwork.spread" -}}
{{- $root := index . 0 }}
{{- $component := index . 1 }}
{{- with $root.Values.topologySpreadConstraints }}
topologySpreadConstraints:
  {{- range . }}
  - {{ toYaml . | nindent 4 | trim }}
    {{- if not .labelSelector }}
    labelSelector:
      matchLabels:
        {{- include "groundwork.selector" $root | nindent 8 }}
        app.kubernetes.io/component: {{ $component }}
    matchLabelKeys: [pod-template-hash]
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "groundwork.container" -}}
image: {{ include "groundwork.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  {{- toYaml .Values.securityContext | nindent 2 }}
{{- end }}

{{- define "groundwork.volumes" -}}
{{- if .Values.database.ca.existingSecret }}
- name: database-ca
  secret:
    secretName: {{ .Values.database.ca.existingSecret }}
    items:
      - {key: {{ .Values.database.ca.key | quote }}, path: ca.crt}
{{- end }}
{{- with .Values.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "groundwork.volumeMounts" -}}
{{- if .Values.database.ca.existingSecret }}
- {name: database-ca, mountPath: /etc/groundwork/database, readOnly: true}
{{- end }}
{{- with .Values.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* A variable whose value a Secret has: (list name reference). */}}
{{- define "groundwork.env.secret" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      {{- index . 1 | nindent 6 }}
{{- end }}

{{/* Variables with the values that are given, by their names. Large numbers are written out. */}}
{{- define "groundwork.env.values" -}}
{{- range $name, $value := . }}
{{- if not (or (kindIs "invalid" $value) (eq (toString $value) "")) }}
- name: {{ $name }}
  value: {{ if kindIs "float64" $value }}{{ printf "%.0f" $value | quote }}{{ else }}{{ $value | toString | quote }}{{ end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Of all that serve or work. */}}
{{- define "groundwork.env" -}}
{{- if eq .Values.database.mode "postgres" }}
{{ include "groundwork.env.secret" (list "GROUNDWORK_DATABASE_URL" (include "groundwork.secrets.database" .)) }}
{{- with include "groundwork.secrets.databaseRead" . }}
{{ include "groundwork.env.secret" (list "GROUNDWORK_DATABASE_READ_URL" .) }}
{{- end }}
{{- else }}
- name: GROUNDWORK_DATABASE_URL
  value: sqlite:/data/groundwork.db
{{- end }}
{{- with include "groundwork.secrets.encryption" . }}
{{ include "groundwork.env.secret" (list "GROUNDWORK_ENCRYPTION_KEY" .) }}
{{- end }}
{{- include "groundwork.env.values" (dict
  "GROUNDWORK_DATABASE_CONNECTIONS" .Values.database.connections
  "GROUNDWORK_DATABASE_WAIT" .Values.database.wait
  "GROUNDWORK_DATABASE_STATEMENT_TIMEOUT" .Values.database.statementTimeout
  "GROUNDWORK_DATABASE_LOCK_TIMEOUT" .Values.database.lockTimeout
  "GROUNDWORK_OPERATIONS_BIND" (printf "%s:9464" .Values.bindAddress)
  "GROUNDWORK_LOG" .Values.logging.filter
  "GROUNDWORK_LOG_FORMAT" .Values.logging.format) }}
{{- include "groundwork.env.values" .Values.settings }}
{{- with .Values.tracing.otlpEndpoint }}
- name: POD_NAME
  valueFrom: {fieldRef: {fieldPath: metadata.name}}
- name: POD_NAMESPACE
  valueFrom: {fieldRef: {fieldPath: metadata.namespace}}
- name: OTEL_RESOURCE_ATTRIBUTES
  value: k8s.pod.name=$(POD_NAME),k8s.namespace.name=$(POD_NAMESPACE)
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ . | quote }}
- name: OTEL_TRACES_SAMPLER
  value: parentbased_traceidratio
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ $.Values.tracing.sampleRatio | quote }}
{{- end }}
{{- with include "groundwork.extraEnv" . | trim }}
{{ . }}
{{- end }}
{{- end }}

{{/* The values of variables as text: Kubernetes refuses numbers and booleans. */}}
{{- define "groundwork.extraEnv" -}}
{{- range .Values.extraEnv }}
{{- $variable := deepCopy . }}
{{- if hasKey . "value" | and (not (kindIs "string" .value)) }}
{{- $variable = set $variable "value" (toJson .value) }}
{{- end }}
{{ toYaml (list $variable) }}
{{- end }}
{{- end }}

{{/* `groundwork migrate up`, as a container. */}}
{{- define "groundwork.migration" -}}
name: migrate
{{ include "groundwork.container" . }}
args: [migrate, up]
env:
  {{- $secret := include "groundwork.secrets.migrations" . | default (include "groundwork.secrets.database" .) }}
  {{- include "groundwork.env.secret" (list "GROUNDWORK_DATABASE_URL" $secret) | nindent 2 }}
  {{- with include "groundwork.extraEnv" . | trim }}
  {{- . | nindent 2 }}
  {{- end }}
resources:
  {{- toYaml .Values.migrations.resources | nindent 2 }}
{{- with include "groundwork.volumeMounts" . | trim }}
volumeMounts:
  {{- . | nindent 2 }}
{{- end }}
{{- end }}

{{/* Asks a port whether it lives or is ready: (list path port values). */}}
{{- define "groundwork.probe" -}}
httpGet: {path: {{ index . 0 }}, port: {{ index . 1 }}}
{{ toYaml (index . 2) }}
{{- end }}

{{- define "groundwork.probes" -}}
{{- $root := index . 0 }}
{{- $port := index . 1 }}
startupProbe:
  {{- include "groundwork.probe" (list "/health/live" $port $root.Values.startupProbe) | nindent 2 }}
livenessProbe:
  {{- include "groundwork.probe" (list "/health/live" $port $root.Values.livenessProbe) | nindent 2 }}
readinessProbe:
  {{- include "groundwork.probe" (list "/health/ready" $port $root.Values.readinessProbe) | nindent 2 }}
{{- end }}
