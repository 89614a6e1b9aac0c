#!/usr/bin/env bash
# Keep one open issue for one report: bash .github/tell.sh REPORT TITLE
# A report with words opens the issue, or replaces the words of the one that is open. An empty report closes it.
# A report that is not there was not made this time: nothing happens.
set -euo pipefail
report=$1 title=$2

[ -e "$report" ] || exit 0
number=$(gh issue list --state open --limit 200 --json number,title,author \
  --jq "[.[] | select(.title == \"$title\" and .author.is_bot)][0].number // empty")
if [ ! -s "$report" ]; then
  [ -z "$number" ] || gh issue close "$number" --comment "The newest check found nothing any more."
  exit 0
fi
# As code: nothing in a report is a link, a picture, or calls a person.
body=$(mktemp)
{
  echo "A check that runs by itself found this. It writes these lines anew each time, and closes the issue when all is well."
  echo
  head -c 50000 "$report" | tr -d '\r' | sed 's/^/    /'
} > "$body"
if [ -z "$number" ]; then
  gh issue create --title "$title" --body-file "$body"
else
  gh issue edit "$number" --body-file "$body"
fi
