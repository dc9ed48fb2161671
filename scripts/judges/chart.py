"""Tests of the chart on its rendered manifests. HELM and GROUNDWORK are the paths of the programs. The values in
helm/groundwork/ci are rendered once for all tests; a test that needs other values renders them itself."""

import base64
import functools
import json
import os
import re
import subprocess
import tempfile
import threading
import unittest
from pathlib import Path

import kubernetes_validate
import yaml

root = Path(__file__).resolve().parents[2]
chart = root / "helm/groundwork"
helm = os.environ["HELM"]

KUBERNETES = [f"1.{minor}" for minor in range(27, 38)]
# Custom resources of operators: Kubernetes' schemas do not include them.
FOREIGN = {"ServiceMonitor", "PrometheusRule", "HTTPRoute", "ExternalSecret"}
POSTGRES = {"database.existingSecret": "database", "auth.issuer": "https://id.example.org"}
EMBEDDED = {"database.mode": "embedded", "replicaCount": 1, "auth.issuer": "https://id.example.org"}
ISSUERS = {"database.existingSecret": "database", "auth.issuersConfigMap": "issuers"}

OPERATING = (root / "docs/operating.md").read_text()

# The metrics, from docs/operating.md; a test of the service compares that page with the code. A histogram has three series.
METRICS = set()
for metric, kind in re.findall(r"^\| `([a-z_]+)` \| (\w+) \|", OPERATING, re.MULTILINE):
    METRICS |= {metric + sample for sample in ("_bucket", "_count", "_sum")} if kind == "histogram" else {metric}

# Values that are rejected, and a part of the error message.
REFUSED = [
    ({}, "set database.existingSecret"),
    ({"database.existingSecret": "database"}, "set auth.issuer"),
    (POSTGRES | {"auth.issuersConfigMap": "issuers"}, "leave out auth.issuer, auth.audience"),
    (ISSUERS | {"auth.audience": "groundwork"}, "leave out auth.issuer, auth.audience"),
    (ISSUERS | {"auth.jwksConfigMap": "keys"}, "leave out auth.issuer, auth.audience"),
    (ISSUERS | {"auth.issuersConfigMapKey": "a/b"}, "at '/auth/issuersConfigMapKey': 'a/b' does not match"),
    (
        ISSUERS | {"settings.GROUNDWORK_AUTH_SUBJECT_CLAIM": "oid"},
        "what settings.GROUNDWORK_AUTH_SUBJECT_CLAIM sets for one: leave it out",
    ),
    (ISSUERS | {"settings.GROUNDWORK_AUTH_ISSUERS_FILE": "a"}, "leave it out"),
    (POSTGRES | {"replicaCount": 0}, "at '/replicaCount': minimum: got 0, want 1"),
    (POSTGRES | {"replicaCount": "two"}, "at '/replicaCount': got string, want integer"),
    (POSTGRES | {"replicas": 3}, "additional properties 'replicas' not allowed"),
    (POSTGRES | {"database.mode": "mysql"}, "at '/database/mode': value must be one of 'postgres', 'embedded'"),
    (POSTGRES | {"database.existingSecret": "My_Secret"}, "at '/database/existingSecret': 'My_Secret' does not match"),
    (POSTGRES | {"database.wait": "5 seconds"}, "at '/database/wait': '5 seconds' does not match pattern"),
    (POSTGRES | {"database.wait": "0s"}, "at '/database/wait': '0s' does not match pattern"),
    (POSTGRES | {"image.repository": "groundwork:1"}, "at '/image/repository'"),
    (POSTGRES | {"image.digest": "sha256:1"}, "at '/image/digest'"),
    (POSTGRES | {"auth.issuer": "id.example.org"}, "at '/auth/issuer': 'id.example.org' does not match"),
    (POSTGRES | {"auth.existingSecret": "s", "auth.jwksUrl": "https://k"}, "set one of auth.jwksUrl"),
    (
        POSTGRES | {"bundledPostgresql.enabled": True},
        "database.existingSecret and bundledPostgresql.enabled are both set",
    ),
    (POSTGRES | {"externalSecret.enabled": True}, "name the store"),
    (
        POSTGRES | {"externalSecret.enabled": True, "externalSecret.secretStoreRef.name": "vault"},
        "externalSecret.remoteRefs names nothing",
    ),
    (
        {"bundledPostgresql.enabled": True, "auth.issuer": "https://id", "migrations.mode": "job"},
        "set migrations.mode=auto or initContainer",
    ),
    (EMBEDDED | {"replicaCount": 2}, "set replicaCount=1 (it is 2), or database.mode=postgres"),
    (EMBEDDED | {"autoscaling.enabled": True}, "set autoscaling.enabled=false, or database.mode=postgres"),
    (EMBEDDED | {"worker.enabled": True}, "set worker.enabled=false, or database.mode=postgres"),
    (EMBEDDED | {"database.existingSecret": "database"}, "choose database.mode=postgres, or leave out"),
    (EMBEDDED | {"bundledPostgresql.enabled": True}, "choose database.mode=postgres, or leave out"),
    (POSTGRES | {"drainTime": "6s"}, "set it to 7s or more"),
    (POSTGRES | {"readinessProbe.periodSeconds": 10}, "set it to 21s or more"),
    (POSTGRES | {"shutdownTimeout": "1m"}, "set it to 75 or more"),
    (POSTGRES | {"terminationGracePeriodSeconds": 35}, "set it to 40 or more"),
    (POSTGRES | {"worker.enabled": True, "settings.GROUNDWORK_WEBHOOKS_TIMEOUT": "1m"}, "set it to 65 or more"),
    (POSTGRES | {"autoscaling.enabled": True, "autoscaling.minReplicas": 11}, "minReplicas is more than"),
    (
        POSTGRES | {"autoscaling.enabled": True, "autoscaling.targetCPUUtilizationPercentage": 0},
        "set autoscaling.targetCPUUtilizationPercentage",
    ),
    (POSTGRES | {"podDisruptionBudget.maxUnavailable": 0}, "at '/podDisruptionBudget/maxUnavailable': minimum"),
    (POSTGRES | {"ingress.enabled": True}, "name a host"),
    (POSTGRES | {"httpRoute.enabled": True}, "name the gateway"),
    (POSTGRES | {"board.clientId": "board", "auth.issuer": "", "auth.jwksUrl": "https://k"}, "set board.issuer"),
    (POSTGRES | {"board.issuer": "people.example"}, "at '/board/issuer': 'people.example' does not match"),
    (POSTGRES | {"settings.GROUNDWORK_BOARD_CLIENT_ID": "a"}, "set board.clientId instead"),
    (POSTGRES | {"settings.GROUNDWORK_BIND": "0.0.0.0:80"}, "set bindAddress instead"),
    (POSTGRES | {"settings.GROUNDWORK_RATELIMIT": 1}, "additional properties 'GROUNDWORK_RATELIMIT' not allowed"),
    (POSTGRES | {"settings.GROUNDWORK_RATE_LIMIT": "many"}, "at '/settings/GROUNDWORK_RATE_LIMIT': got string"),
    (POSTGRES | {"extraEnv[0].name": "GROUNDWORK_LOG"}, "set logging.filter instead"),
    (POSTGRES | {"extraEnv[0].name": "GROUNDWORK_RATE_LIMIT"}, "set settings.GROUNDWORK_RATE_LIMIT instead"),
    (POSTGRES | {"tracing.sampleRatio": 2}, "at '/tracing/sampleRatio': maximum: got 2, want 1"),
]


def run(*arguments):
    done = subprocess.run([helm, *arguments], check=False, capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def settings(values):
    return [word for name, value in values.items() for word in ("--set-json", f"{name}={json.dumps(value)}")]


def read(manifests):
    return [manifest for manifest in yaml.safe_load_all(manifests) if manifest]


def render(values):
    status, manifests, complaint = run("template", "careers", str(chart), "--namespace", "people", *settings(values))
    assert status == 0, complaint
    return read(manifests)


@functools.cache
def rendered(name):
    values = str(chart / f"ci/{name}-values.yaml")
    status, manifests, complaint = run("template", "careers", str(chart), "--namespace", "people", "--values", values)
    assert status == 0, complaint
    return read(manifests)


matrix = sorted(path.name.removesuffix("-values.yaml") for path in (chart / "ci").iterdir())


def find(manifests, kind, component=None):
    found = [
        manifest
        for manifest in manifests
        if manifest["kind"] == kind
        and (component is None or manifest["metadata"]["labels"].get("app.kubernetes.io/component") == component)
    ]
    assert len(found) == 1, f"{len(found)} of {kind} {component or ''}"
    return found[0]


def kinds(manifests):
    return {manifest["kind"] for manifest in manifests}


def pods(manifests):
    return [manifest for manifest in manifests if manifest["kind"] in ("Deployment", "StatefulSet", "Job")]


def pod(workload):
    return workload["spec"]["template"]["spec"]


def environment(workload):
    (container,) = pod(workload)["containers"]
    return {variable["name"]: variable.get("value", variable.get("valueFrom")) for variable in container["env"]}


def secret(name, key):
    return {"secretKeyRef": {"name": name, "key": key}}


def dashboard():
    return json.loads(find(rendered("everything"), "ConfigMap")["data"]["groundwork.json"])


class Values(unittest.TestCase):
    def test_what_does_not_go_together_is_refused_with_what_to_do(self):
        for values, words in REFUSED:
            with self.subTest(values=values):
                status, _, complaint = run("template", "careers", str(chart), *settings(values))
                self.assertNotEqual(status, 0, "it was let through")
                self.assertIn(words, complaint)

    def test_schema_and_values_name_the_same(self):
        schema = json.loads((chart / "values.schema.json").read_text())

        def compare(values, known, path):
            self.assertEqual(set(values), set(known), path)
            for name, value in values.items():
                # Empty values and free-form objects have no properties in the schema.
                if value and isinstance(value, dict) and "properties" in known[name]:
                    compare(value, known[name]["properties"], f"{path}.{name}")

        # Helm adds this value to every chart.
        del schema["properties"]["global"]
        compare(yaml.safe_load((chart / "values.yaml").read_text()), schema["properties"], "values")

    def test_every_setting_of_the_service_can_be_made(self):
        table = set(re.findall(r"^\| `(GROUNDWORK_\w+)`", (root / "docs/settings.md").read_text(), re.MULTILINE))
        schema = json.loads((chart / "values.schema.json").read_text())
        self.assertEqual(set(schema["properties"]["settings"]["properties"]), table)

    def test_settings_have_one_place_each(self):
        schema = json.loads((chart / "values.schema.json").read_text())["properties"]["settings"]["properties"]
        for name, rule in schema.items():
            with self.subTest(setting=name):
                values = POSTGRES | {f"settings.{name}": "x"}
                _, _, complaint = run("template", "careers", str(chart), *settings(values))
                self.assertEqual("has a value of its own: set " in complaint, rule is True)

    def test_what_the_readmes_show_is_taken(self):
        for page in (root / "README.md", chart / "README.md"):
            (block,) = re.findall(r"^helm install .*?^```$", page.read_text(), re.MULTILINE | re.DOTALL)
            given = re.findall(r"--set (\S+)", block)
            self.assertEqual(len(given), 3)
            status, _, complaint = run("template", "careers", str(chart), "--set", ",".join(given))
            self.assertEqual(status, 0, complaint)
        for shown in re.findall(r"`--set (\S+)`", page.read_text()):
            status, _, complaint = run("template", "careers", str(chart), "--set", f"auth.issuer=https://id,{shown}")
            self.assertEqual(status, 0, complaint)

    def test_an_older_kubernetes_is_refused(self):
        status, _, complaint = run("template", "careers", str(chart), "--kube-version", "1.26", *settings(POSTGRES))
        self.assertNotEqual(status, 0)
        self.assertIn("chart requires kubeVersion", complaint)


class Manifests(unittest.TestCase):
    def test_kubernetes_knows_them_from_1_27_on(self):
        # Version by version, as the library loads one version's schemas from a large file.
        kubernetes_validate.utils.schema_contents = functools.cache(kubernetes_validate.utils.schema_contents)
        for name in matrix:
            for manifest in rendered(name):
                for version in KUBERNETES:
                    if manifest["kind"] not in FOREIGN:
                        with self.subTest(values=name, kind=manifest["kind"], version=version):
                            self.assertEqual(kubernetes_validate.validate(manifest, version, strict=True), version)

    def test_a_fault_would_have_been_noticed(self):
        manifest = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}, "spec": {"port": 80}}
        with self.assertRaises(kubernetes_validate.ValidationError):
            kubernetes_validate.validate(manifest, "1.37", strict=True)

    def test_every_one_is_labelled_and_in_the_namespace_and_there_once(self):
        for name in matrix:
            told = set()
            for manifest in rendered(name):
                metadata = manifest["metadata"]
                self.assertEqual(metadata["namespace"], "people")
                self.assertEqual(metadata["labels"]["app.kubernetes.io/instance"], "careers")
                self.assertLessEqual(len(metadata["name"]), 63)
                told.add((manifest["kind"], metadata["name"]))
            self.assertEqual(len(told), len(rendered(name)))

    def test_names_stay_within_what_kubernetes_takes(self):
        for manifest in render(POSTGRES | {"fullnameOverride": "a" * 100, "worker.enabled": True}):
            self.assertLessEqual(len(manifest["metadata"]["name"]), 63)

    def test_pods_keep_to_the_restricted_standard(self):
        for name in matrix:
            for workload in pods(rendered(name)):
                with self.subTest(values=name, kind=workload["kind"], name=workload["metadata"]["name"]):
                    spec = pod(workload)
                    self.assertFalse(spec["automountServiceAccountToken"])
                    self.assertFalse(spec["enableServiceLinks"])
                    self.assertTrue(spec["securityContext"]["runAsNonRoot"])
                    # Ids above those of users on a node; the image of the bundled database supports only its own.
                    least = 999 if workload["kind"] == "StatefulSet" else 10_000
                    self.assertGreaterEqual(spec["securityContext"]["runAsUser"], least)
                    self.assertEqual(spec["securityContext"]["seccompProfile"], {"type": "RuntimeDefault"})
                    for container in spec["containers"] + spec.get("initContainers", []):
                        self.assertEqual(
                            container["securityContext"],
                            {
                                "allowPrivilegeEscalation": False,
                                "readOnlyRootFilesystem": True,
                                "capabilities": {"drop": ["ALL"]},
                            },
                        )
                        self.assertIn("memory", container["resources"]["limits"])
                        self.assertIn("cpu", container["resources"]["requests"])
                        names = [variable["name"] for variable in container["env"]]
                        self.assertEqual(len(names), len(set(names)), "a variable is there twice")

    def test_selectors_find_their_own_pods_and_no_others(self):
        for name in matrix:
            workloads = pods(rendered(name))

            def found(selector):
                return {
                    workload["metadata"]["name"]
                    for workload in workloads
                    if selector.items() <= workload["spec"]["template"]["metadata"]["labels"].items()
                }

            for workload in workloads:
                if workload["kind"] != "Job":
                    own = {workload["metadata"]["name"]}
                    self.assertEqual(found(workload["spec"]["selector"]["matchLabels"]), own)
            server = find(rendered(name), "Deployment", "server")["metadata"]["name"]
            self.assertEqual(found(find(rendered(name), "Service", "server")["spec"]["selector"]), {server})
            worker = {server, f"{server}-worker"} & {workload["metadata"]["name"] for workload in workloads}
            self.assertEqual(found(find(rendered(name), "Service", "operations")["spec"]["selector"]), worker)

    def test_no_secret_is_written_into_a_manifest(self):
        for name in matrix:
            if name != "bundled":
                self.assertNotIn("Secret", kinds(rendered(name)))
                self.assertNotIn("postgres://", json.dumps(rendered(name)))


class Server(unittest.TestCase):
    def test_an_update_takes_no_pod_away_before_the_next_is_ready(self):
        server = find(rendered("postgres"), "Deployment", "server")
        strategy = {"type": "RollingUpdate", "rollingUpdate": {"maxUnavailable": 0, "maxSurge": 1}}
        self.assertEqual(server["spec"]["strategy"], strategy)
        (container,) = pod(server)["containers"]
        self.assertEqual(container["readinessProbe"]["httpGet"], {"path": "/health/ready", "port": "http"})
        self.assertEqual(container["livenessProbe"]["httpGet"], {"path": "/health/live", "port": "http"})
        variables = environment(server)
        self.assertEqual(variables["GROUNDWORK_DRAIN_TIME"], "10s")
        self.assertEqual(variables["GROUNDWORK_SHUTDOWN_TIMEOUT"], "25s")
        self.assertEqual(pod(server)["terminationGracePeriodSeconds"], 45)

    def test_it_listens_where_its_ports_say(self):
        for name, address in (("postgres", "0.0.0.0"), ("external-secrets", "[::]")):
            server = find(rendered(name), "Deployment", "server")
            variables = environment(server)
            self.assertEqual(variables["GROUNDWORK_BIND"], f"{address}:8080")
            self.assertEqual(variables["GROUNDWORK_OPERATIONS_BIND"], f"{address}:9464")
            (container,) = pod(server)["containers"]
            ports = {port["name"]: port["containerPort"] for port in container["ports"]}
            self.assertEqual(ports, {"http": 8080, "operations": 9464})

    def test_settings_reach_it_as_they_were_written(self):
        variables = environment(find(rendered("everything"), "Deployment", "server"))
        self.assertEqual(variables["GROUNDWORK_BODY_LIMIT"], "16777216")
        self.assertEqual(variables["GROUNDWORK_WEBHOOKS_ALLOW_PRIVATE"], "false")
        self.assertEqual(variables["GROUNDWORK_AUTH_PERSON_MATCH"], "email")
        self.assertEqual(variables["GROUNDWORK_AUTH_JWKS_FILE"], "/etc/groundwork/keys/jwks.json")
        self.assertEqual(variables["GROUNDWORK_BOARD_CLIENT_ID"], "groundwork-board")
        self.assertEqual(variables["GROUNDWORK_BOARD_ISSUER"], "https://people.example.org")
        self.assertEqual(variables["GROUNDWORK_BOARD_SCOPE"], "openid offline_access groundwork")
        self.assertEqual(variables["GROUNDWORK_BOARD_RESOURCE"], "https://careers.example.org")
        self.assertEqual(variables["GROUNDWORK_DATABASE_STATEMENT_TIMEOUT"], "20s")
        self.assertEqual(variables["GROUNDWORK_DATABASE_URL"], secret("database", "pooled"))
        self.assertEqual(variables["GROUNDWORK_DATABASE_READ_URL"], secret("database", "replica"))
        self.assertEqual(variables["OTEL_TRACES_SAMPLER_ARG"], "0.1")
        self.assertEqual(variables["OTEL_EXPORTER_OTLP_PROTOCOL"], "http/protobuf")

    def test_the_file_of_issuers_is_mounted_with_the_keys_beside_it(self):
        given = ISSUERS | {"auth.issuersConfigMapKey": "all.toml", "settings.GROUNDWORK_AUTH_LEEWAY": "10s"}
        server = find(render(given), "Deployment", "server")
        variables = environment(server)
        self.assertEqual(variables["GROUNDWORK_AUTH_ISSUERS_FILE"], "/etc/groundwork/issuers/all.toml")
        self.assertEqual(variables["GROUNDWORK_AUTH_LEEWAY"], "10s")
        self.assertNotIn("GROUNDWORK_AUTH_ISSUER", variables)
        (container,) = pod(server)["containers"]
        mount = {"name": "issuers", "mountPath": "/etc/groundwork/issuers", "readOnly": True}
        self.assertIn(mount, container["volumeMounts"])
        self.assertIn({"name": "issuers", "configMap": {"name": "issuers"}}, pod(server)["volumes"])

    def test_what_is_not_given_is_left_to_the_service(self):
        variables = environment(find(rendered("postgres"), "Deployment", "server"))
        self.assertFalse(
            {
                "GROUNDWORK_BOARD_CLIENT_ID",
                "GROUNDWORK_BOARD_SCOPE",
                "GROUNDWORK_DATABASE_LOCK_TIMEOUT",
                "GROUNDWORK_LOG",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
            }
            & set(variables)
        )

    def test_autoscaling_decides_alone_how_many_there_are(self):
        self.assertNotIn("replicas", find(rendered("everything"), "Deployment", "server")["spec"])
        scaler = find(rendered("everything"), "HorizontalPodAutoscaler")["spec"]
        self.assertEqual(scaler["scaleTargetRef"]["name"], "careers")
        self.assertEqual([metric["resource"]["name"] for metric in scaler["metrics"]], ["cpu", "memory"])

    def test_pods_are_spread_by_revision(self):
        for constraint in pod(find(rendered("postgres"), "Deployment", "server"))["topologySpreadConstraints"]:
            self.assertEqual(constraint["labelSelector"]["matchLabels"]["app.kubernetes.io/component"], "server")
            self.assertEqual(constraint["matchLabelKeys"], ["pod-template-hash"])

    def test_one_pod_alone_has_no_disruption_budget_that_would_keep_nodes_from_being_emptied(self):
        self.assertNotIn("PodDisruptionBudget", kinds(rendered("embedded")))
        self.assertEqual(find(rendered("postgres"), "PodDisruptionBudget")["spec"]["maxUnavailable"], 1)
        self.assertEqual(find(rendered("everything"), "PodDisruptionBudget")["spec"]["maxUnavailable"], "25%")

    def test_the_values_of_further_variables_are_texts(self):
        given = {"extraEnv[0].name": "TZ", "extraEnv[0].value": 5, "extraEnv[1].name": "A", "extraEnv[1].value": "true"}
        variables = environment(find(render(POSTGRES | given), "Deployment", "server"))
        self.assertEqual((variables["TZ"], variables["A"]), ("5", "true"))

    def test_an_image_is_named_by_tag_or_by_digest(self):
        (container,) = pod(find(rendered("postgres"), "Deployment", "server"))["containers"]
        version = yaml.safe_load((chart / "Chart.yaml").read_text())["appVersion"]
        self.assertEqual(container["image"], f"groundwork:{version}")
        (container,) = pod(find(rendered("everything"), "Deployment", "server"))["containers"]
        self.assertRegex(container["image"], r"^registry\.example\.org:5000/people/groundwork@sha256:[0-9a-f]{64}$")

    def test_the_chart_is_of_the_version_of_the_service(self):
        cargo = re.search(r'^version = "(.*)"$', (root / "Cargo.toml").read_text(), re.MULTILINE)[1]
        self.assertEqual(yaml.safe_load((chart / "Chart.yaml").read_text())["appVersion"], cargo)


class Service(unittest.TestCase):
    """The service starts with the settings of the chart."""

    def starts(self, workload, says):
        """Runs the command of a workload's container with its settings; addresses and paths are replaced by local ones."""
        (container,) = pod(workload)["containers"]
        with tempfile.TemporaryDirectory() as folder:
            here = {
                "GROUNDWORK_DATABASE_URL": f"sqlite:{folder}/groundwork.db",
                "GROUNDWORK_BIND": "127.0.0.1:0",
                "GROUNDWORK_OPERATIONS_BIND": "127.0.0.1:0",
                "GROUNDWORK_AUTH_HS256_SECRET": "s" * 32,
                "GROUNDWORK_ENCRYPTION_KEY": base64.b64encode(b"k" * 32).decode(),
            }
            given = {name: value for name, value in environment(workload).items() if name.startswith("GROUNDWORK_")}
            for elsewhere in ("GROUNDWORK_AUTH_JWKS_FILE", "GROUNDWORK_AUTH_JWKS_URL", "GROUNDWORK_DATABASE_READ_URL"):
                given.pop(elsewhere, None)
            with subprocess.Popen(
                [os.environ["GROUNDWORK"], *container["args"]],
                env=given | here,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            ) as process:
                # A process that hangs is killed.
                timer = threading.Timer(30, process.kill)
                timer.start()
                told = ""
                while f'"message":"{says}' not in told and (line := process.stdout.readline()):
                    told += line
                process.kill()
                timer.cancel()
            self.assertIn(f'"message":"{says}', told)

    def test_it_starts_with_the_settings_of_those_that_serve(self):
        for name in matrix:
            with self.subTest(values=name):
                self.starts(find(rendered(name), "Deployment", "server"), "serving")

    def test_it_starts_with_the_settings_of_those_that_work(self):
        for name in ("everything", "external-secrets"):
            with self.subTest(values=name):
                self.starts(find(rendered(name), "Deployment", "worker"), "working")


class Embedded(unittest.TestCase):
    def test_one_pod_has_the_volume_and_is_gone_before_the_next_one_takes_it(self):
        server = find(rendered("embedded"), "Deployment", "server")
        self.assertEqual(server["spec"]["replicas"], 1)
        self.assertEqual(server["spec"]["strategy"], {"type": "Recreate"})
        self.assertEqual(environment(server)["GROUNDWORK_DATABASE_URL"], "sqlite:/data/groundwork.db")
        self.assertEqual(environment(server)["GROUNDWORK_WORKER"], "true")
        claim = find(rendered("embedded"), "PersistentVolumeClaim")
        (volume,) = pod(server)["volumes"]
        self.assertEqual(volume["persistentVolumeClaim"]["claimName"], claim["metadata"]["name"])
        self.assertEqual(pod(server)["containers"][0]["volumeMounts"], [{"name": "data", "mountPath": "/data"}])
        self.assertEqual(claim["metadata"]["annotations"]["helm.sh/resource-policy"], "keep")
        self.assertNotIn("Job", kinds(rendered("embedded")))

    def test_a_claim_that_is_there_is_used(self):
        manifests = render(EMBEDDED | {"database.persistence.existingClaim": "plans"})
        self.assertNotIn("PersistentVolumeClaim", kinds(manifests))
        (volume,) = pod(find(manifests, "Deployment", "server"))["volumes"]
        self.assertEqual(volume["persistentVolumeClaim"]["claimName"], "plans")


class Migrations(unittest.TestCase):
    def test_a_job_takes_them_before_the_pods_change(self):
        job = find(rendered("postgres"), "Job")
        self.assertEqual(job["metadata"]["annotations"]["helm.sh/hook"], "pre-install,pre-upgrade")
        (container,) = pod(job)["containers"]
        self.assertEqual(container["args"], ["migrate", "up"])
        self.assertEqual(environment(job)["GROUNDWORK_DATABASE_URL"], secret("groundwork-database", "database-url"))
        self.assertNotIn("initContainers", pod(find(rendered("postgres"), "Deployment", "server")))

    def test_the_job_needs_nothing_that_the_release_only_makes_after_it(self):
        for name in ("postgres", "everything"):
            own = {
                manifest["metadata"]["name"]
                for manifest in rendered(name)
                if manifest["kind"] in ("ServiceAccount", "Secret", "ConfigMap")
            }
            job = find(rendered(name), "Job")
            self.assertNotIn(pod(job)["serviceAccountName"], own)
            self.assertNotIn(environment(job)["GROUNDWORK_DATABASE_URL"]["secretKeyRef"]["name"], own)

    def test_the_job_may_have_an_address_of_its_own(self):
        variables = environment(find(rendered("everything"), "Job"))
        self.assertEqual(variables["GROUNDWORK_DATABASE_URL"], secret("database-owner", "direct"))

    def test_each_pod_takes_them_where_the_release_makes_the_database_or_its_secret(self):
        for name, reference in (
            ("bundled", secret("careers-groundwork-postgresql", "database-url")),
            ("external-secrets", secret("careers-groundwork-external", "migrations-database-url")),
        ):
            self.assertNotIn("Job", kinds(rendered(name)))
            (container,) = pod(find(rendered(name), "Deployment", "server"))["initContainers"]
            self.assertEqual(container["args"], ["migrate", "up"])
            self.assertEqual(container["env"], [{"name": "GROUNDWORK_DATABASE_URL", "valueFrom": reference}])

    def test_migrations_may_be_left_to_the_operator(self):
        manifests = render(POSTGRES | {"migrations.mode": "none"})
        self.assertNotIn("Job", kinds(manifests))
        self.assertNotIn("initContainers", pod(find(manifests, "Deployment", "server")))


class Worker(unittest.TestCase):
    def test_it_works_in_pods_of_its_own_or_in_those_that_serve(self):
        self.assertEqual(environment(find(rendered("postgres"), "Deployment", "server"))["GROUNDWORK_WORKER"], "true")
        self.assertEqual(
            environment(find(rendered("everything"), "Deployment", "server"))["GROUNDWORK_WORKER"], "false"
        )
        worker = find(rendered("everything"), "Deployment", "worker")
        (container,) = pod(worker)["containers"]
        self.assertEqual(container["args"], ["work"])
        self.assertEqual(container["ports"], [{"name": "operations", "containerPort": 9464}])
        self.assertEqual(container["readinessProbe"]["httpGet"], {"path": "/health/ready", "port": "operations"})

    def test_it_knows_nothing_of_tokens(self):
        for name in ("everything", "external-secrets"):
            variables = environment(find(rendered(name), "Deployment", "worker"))
            named = {"GROUNDWORK_AUTH_HS256_SECRET", "GROUNDWORK_AUTH_JWKS_FILE", "GROUNDWORK_AUTH_ISSUER"}
            self.assertFalse(named & set(variables))


class Secrets(unittest.TestCase):
    def test_the_operator_is_asked_for_what_pods_refer_to(self):
        made = find(rendered("external-secrets"), "ExternalSecret")
        keys = {entry["secretKey"] for entry in made["spec"]["data"]}
        variables = environment(find(rendered("external-secrets"), "Deployment", "server"))
        name = made["spec"]["target"]["name"]
        self.assertEqual(variables["GROUNDWORK_DATABASE_URL"], secret(name, "database-url"))
        self.assertEqual(variables["GROUNDWORK_DATABASE_READ_URL"], secret(name, "database-read-url"))
        self.assertEqual(variables["GROUNDWORK_AUTH_HS256_SECRET"], secret(name, "hs256-secret"))
        self.assertEqual(variables["GROUNDWORK_ENCRYPTION_KEY"], secret(name, "encryption-key"))
        worker = environment(find(rendered("external-secrets"), "Deployment", "worker"))
        self.assertEqual(worker["GROUNDWORK_ENCRYPTION_KEY"], variables["GROUNDWORK_ENCRYPTION_KEY"])
        expected = {"database-url", "database-read-url", "encryption-key", "hs256-secret", "migrations-database-url"}
        self.assertEqual(keys, expected)

    def test_the_bundled_database_has_one_password(self):
        made = find(rendered("bundled"), "Secret")["stringData"]
        self.assertRegex(made["password"], r"^\w{32}$")
        name = "careers-groundwork-postgresql"
        self.assertEqual(made["database-url"], f"postgres://groundwork:{made['password']}@{name}/groundwork")
        self.assertEqual(
            environment(find(rendered("bundled"), "StatefulSet"))["POSTGRES_PASSWORD"], secret(name, "password")
        )


class Notes(unittest.TestCase):
    def notes(self, name):
        values = str(chart / f"ci/{name}-values.yaml")
        status, told, complaint = run("install", "careers", str(chart), "--dry-run=client", "--values", values)
        self.assertEqual(status, 0, complaint)
        return told.split("\nNOTES:\n")[1]

    def test_the_notes_warn_of_the_bundled_database(self):
        self.assertIn("WARNING: bundledPostgresql is for evaluation only", self.notes("bundled"))
        self.assertNotIn("WARNING", self.notes("external-secrets"))

    def test_the_notes_warn_of_a_missing_audience(self):
        self.assertIn("WARNING: auth.audience is not set", self.notes("postgres"))

    def test_the_notes_say_how_to_back_up_the_embedded_database(self):
        self.assertIn("groundwork backup", self.notes("embedded"))


class Network(unittest.TestCase):
    def test_only_monitoring_reaches_the_operations_port(self):
        http, operations = find(rendered("postgres"), "NetworkPolicy")["spec"]["ingress"]
        self.assertEqual(http, {"ports": [{"port": "http", "protocol": "TCP"}]})
        self.assertEqual(operations["ports"], [{"port": "operations", "protocol": "TCP"}])
        names = [peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"] for peer in operations["from"]]
        self.assertEqual(names, ["monitoring"])

    def test_the_ports_of_the_collector_and_the_issuer_are_open(self):
        for value, endpoint, port in (
            ("tracing.otlpEndpoint", "http://c:4318", 4318),
            ("tracing.otlpEndpoint", "http://[fd00::1]/v1", 80),
            ("tracing.otlpEndpoint", "http://c/a:1", 80),
            ("auth.issuer", "https://idp.example:8443/realms/acme", 8443),
        ):
            manifests = render(POSTGRES | {value: endpoint, "networkPolicy.egressPorts": [5432]})
            _, egress = find(manifests, "NetworkPolicy")["spec"]["egress"]
            ports = [entry["port"] for entry in egress["ports"]]
            self.assertTrue(ports[0] == 5432 and port in ports, (endpoint, ports))

    def test_all_pods_of_the_service_are_covered(self):
        covered = find(rendered("everything"), "NetworkPolicy")["spec"]["podSelector"]["matchExpressions"][0]["values"]
        components = {
            workload["metadata"]["labels"]["app.kubernetes.io/component"] for workload in pods(rendered("everything"))
        }
        self.assertEqual(set(covered), components)

    def test_routes_lead_to_the_service(self):
        service = find(rendered("everything"), "Service", "server")
        port = service["spec"]["ports"][0]
        self.assertEqual((port["port"], port["targetPort"]), (8080, "http"))
        (rule,) = find(rendered("everything"), "HTTPRoute")["spec"]["rules"]
        self.assertEqual(rule["backendRefs"], [{"name": service["metadata"]["name"], "port": 8080}])
        for rule in find(rendered("everything"), "Ingress")["spec"]["rules"]:
            for path in rule["http"]["paths"]:
                self.assertEqual(
                    path["backend"]["service"], {"name": service["metadata"]["name"], "port": {"name": "http"}}
                )


class Watching(unittest.TestCase):
    def test_metrics_are_read_where_they_are_told(self):
        monitor = find(rendered("everything"), "ServiceMonitor")["spec"]
        service = find(rendered("everything"), "Service", "operations")
        self.assertLessEqual(monitor["selector"]["matchLabels"].items(), service["metadata"]["labels"].items())
        self.assertEqual(monitor["endpoints"][0]["port"], service["spec"]["ports"][0]["name"])

    def test_every_alert_says_how_bad_what_and_where_to_read_on(self):
        rules = find(rendered("everything"), "PrometheusRule")["spec"]["groups"][0]["rules"]
        self.assertGreater(len(rules), 8)
        self.assertNotIn("GroundworkVersionsMixed", [rule["alert"] for rule in rules])
        for rule in rules:
            self.assertIn(rule["labels"]["severity"], ("critical", "warning", "info"))
            self.assertLessEqual({"summary", "description"}, set(rule["annotations"]))
            self.assertIn(f"### {rule['alert']}\n", OPERATING)
            heading = rule["alert"].lower()
            self.assertEqual(rule["annotations"]["runbook_url"], f"https://docs.example.org/operating#{heading}")

    def test_alerts_and_dashboard_ask_for_metrics_that_there_are_of_their_own_release(self):
        rules = find(rendered("everything"), "PrometheusRule")["spec"]["groups"][0]["rules"]
        asked = [(rule["expr"], 'namespace="people",job="careers-operations"') for rule in rules]
        shown = [target["expr"] for panel in dashboard()["panels"] for target in panel["targets"]]
        asked += [(expression, 'namespace="$namespace",job="$job"') for expression in shown]
        for expression, selector in asked:
            named = re.findall(r"\b((?:groundwork|http|db|process)_\w+)\{([^}]*)\}", expression)
            self.assertTrue(named, expression)
            self.assertEqual(len(named), expression.count("{"), expression)
            for metric, labels in named:
                self.assertIn(metric, METRICS)
                self.assertTrue(labels.startswith(selector), expression)

    def test_the_dashboard_is_one_that_grafana_can_show(self):
        panels = dashboard()["panels"]
        ids = [panel["id"] for panel in panels]
        self.assertEqual(len(ids), len(set(ids)))
        taken = set()
        for panel in panels:
            place = panel["gridPos"]
            cells = {
                (x, y)
                for x in range(place["x"], place["x"] + place["w"])
                for y in range(place["y"], place["y"] + place["h"])
            }
            self.assertFalse(cells & taken, panel["title"])
            self.assertLessEqual(place["x"] + place["w"], 24)
            taken |= cells


if __name__ == "__main__":
    unittest.main()
