#!/usr/bin/env bash
# Applies everything to an AWS emulator, plans a second time, destroys: see --help.
set -euo pipefail

usage() {
  cat << 'TEXT'
usage: terraform/try-local.sh ENDPOINT [--keep-redrive-allow]

Applies this directory to an AWS emulator, shows whether a second plan is empty, and destroys
everything. Works on a copy in a temporary folder with made-up keys: no account can be reached.
Over plain http the bucket's TLS-only policy is left out, for it would refuse the package.

  ENDPOINT               address of the emulator, such as http://127.0.0.1:5000 (moto_server -p 5000)
  --keep-redrive-allow   also apply aws_sqs_queue_redrive_allow_policy; moto 5.2 never stores it, and
                         the apply waits for it in vain
  --help                 this text

Exit code: 0 when the second plan is empty or differs only where the emulator is known to; 1 when
something failed; 2 for wrong use. TERRAFORM_PLUGIN_DIR names a folder of providers, as for check.
TEXT
}

fail() { # code message
  printf 'try-local: %s\n' "$2" >&2
  exit "$1"
}

endpoint='' keep_redrive=no
for argument in "$@"; do
  case "$argument" in
    --help | -h) usage && exit 0 ;;
    --keep-redrive-allow) keep_redrive=yes ;;
    -*) fail 2 "unknown option $argument; see --help" ;;
    *) [ -z "$endpoint" ] || fail 2 "one endpoint, not two; see --help" && endpoint=$argument ;;
  esac
done
[ -n "$endpoint" ] || fail 2 "no endpoint given, such as http://127.0.0.1:5000; see --help"
[[ $endpoint =~ ^https?://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]+)?/?$ ]] \
  || fail 2 "the endpoint must be on this machine, such as http://127.0.0.1:5000: $endpoint"
for tool in terraform curl timeout; do
  command -v "$tool" > /dev/null || fail 2 "$tool is not on the path"
done
curl --silent --output /dev/null --max-time 10 "$endpoint" \
  || fail 1 "nothing answers at $endpoint; start an emulator there first, such as moto_server -p PORT"

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
applied=no
finish() {
  local code=$?
  if [ "$applied" = yes ]; then
    printf -- '-- destroy\n'
    terraform -chdir="$work" destroy -auto-approve -no-color -input=false "${variables[@]}" > "$work/destroy.log" 2>&1 \
      && grep '^Destroy complete' "$work/destroy.log" \
      || { tail -n 20 "$work/destroy.log" >&2; code=1; }
  fi
  rm -rf "$work"
  exit "$code"
}
trap finish EXIT

cp "$here"/*.tf "$work"
cp -r "$here/policies" "$work"
cp "$here/tests/fixtures/package.zip" "$work/package.zip"

# An override file: Terraform merges it into the blocks of the same name.
{
  printf 'provider "aws" {\n  access_key = "test"\n  secret_key = "test"\n'
  printf '  s3_use_path_style = true\n  skip_credentials_validation = true\n'
  printf '  skip_metadata_api_check = true\n  skip_requesting_account_id = true\n  endpoints {\n'
  for service in cloudformation cloudwatch iam lambda logs s3 scheduler secretsmanager sns sqs sts; do
    printf '    %s = "%s"\n' "$service" "$endpoint"
  done
  printf '  }\n}\n'
  [ "$keep_redrive" = yes ] || printf 'resource "aws_sqs_queue_redrive_allow_policy" "dead_letters" {\n  count = 0\n}\n'
  # It turns plain http away, as it should.
  [[ $endpoint == https:* ]] || printf 'resource "aws_s3_bucket_policy" "this" {\n  count = 0\n}\n'
} > "$work/emulator_override.tf"

unset AWS_PROFILE AWS_SESSION_TOKEN
export CHECKPOINT_DISABLE=1 TF_IN_AUTOMATION=1 AWS_EC2_METADATA_DISABLED=true
variables=(
  -var "name=try-local-$$" -var "bucket_name=try-local-$$" -var package_path=package.zip -var alarm_email=operator@example.org
)
plugins="${TERRAFORM_PLUGIN_DIR:-}"
if [ -z "$plugins" ]; then
  provider="$(find / -xdev -type d \( -name .terraform -o -name proc \) -prune -o \
    -type d -path '*/hashicorp/aws/5.*' -print -quit 2> /dev/null || true)"
  plugins="${provider%/*/hashicorp/aws/*}"
fi

terraform -chdir="$work" init -input=false -no-color ${plugins:+-plugin-dir="$plugins"} > /dev/null

printf -- '-- apply to %s\n' "$endpoint"
[ "$keep_redrive" = yes ] || printf 'without aws_sqs_queue_redrive_allow_policy.dead_letters\n'
[[ $endpoint == https:* ]] || printf 'without aws_s3_bucket_policy.this\n'
applied=yes
timeout 300 terraform -chdir="$work" apply -auto-approve -no-color -input=false "${variables[@]}" > "$work/apply.log" 2>&1 \
  || { tail -n 40 "$work/apply.log" >&2; fail 1 "the apply did not end well, or not within 300 s"; }
grep '^Apply complete' "$work/apply.log"

printf -- '-- second plan\n'
code=0
timeout 120 terraform -chdir="$work" plan -detailed-exitcode -no-color -input=false -out=second.tfplan "${variables[@]}" \
  > "$work/plan.log" 2>&1 || code=$?
case "$code" in
  0) printf 'empty: what was applied is what is described\n' ;;
  2)
    # What moto forgets or gives back in other words: terraform/README.md, "On an emulator".
    known='function_version|function_name|qualified_arn|qualified_invoke_arn|version|logging_config|log_format|log_group|redrive_policy'
    grep -E '^  # .* (will|must) be ' "$work/plan.log"
    unknown=$(sed -nE 's/^ +[-+~/]+ ([A-Za-z_]+) *[={].*/\1/p' "$work/plan.log" | sort -u | grep -Evx "$known" || true)
    if [ -n "$unknown" ]; then
      tail -n 60 "$work/plan.log" >&2
      fail 1 "the second plan changes more than an emulator's known gaps: $unknown"
    fi
    printf 'only where moto is known to differ\n'
    ;;
  *) tail -n 40 "$work/plan.log" >&2 && fail 1 "the second plan failed" ;;
esac
