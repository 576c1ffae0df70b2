#!/usr/bin/env python3
"""Measures a CSV with Fairlearn and holds `custos fairness --json` to it, number by number, at 1e-9.

    python3 scripts/foreign/check-fairness.py FILE.csv AUDIT.json

FILE has the columns outcome and label (1 or 0) and those the audit grouped by. Exit 0: all numbers agree. 1: one does
not, which is printed. 77: fairlearn is missing, which counts as skipped.
"""
import json
import sys

try:
    import pandas
    from fairlearn import metrics
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
audit = json.load(open(sys.argv[2], encoding="utf-8"))
outcome, label = table["outcome"].astype(int), table["label"].astype(int)
rates = {
    "selectionRate": metrics.selection_rate,
    "truePositiveRate": metrics.true_positive_rate,
    "falsePositiveRate": metrics.false_positive_rate,
    "falseNegativeRate": metrics.false_negative_rate,
}
compared, wrong = 0, []


def hold(what, ours, theirs):
    global compared
    compared += 1
    if abs(ours - theirs) > 1e-9:
        wrong.append(f"{what}: {ours} here, {theirs} by fairlearn")


for grouping in audit["groupings"]:
    columns = grouping["columns"]
    features = table[columns].agg("\x1f".join, axis=1)
    frame = metrics.MetricFrame(metrics=rates, y_true=label, y_pred=outcome, sensitive_features=features)
    for group in grouping["groups"]:
        key = "\x1f".join(group["values"])
        for measured in group["measures"]:
            if measured["measure"] in rates and measured["value"] is not None:
                theirs = frame.by_group.loc[key, measured["measure"]]
                hold(f"{measured['measure']} of {group['values']}", measured["value"], theirs)
    overall = {one["measure"]: one for one in grouping["overall"]}
    given = {"y_true": label, "y_pred": outcome, "sensitive_features": features}
    selection = overall["selectionRate"]
    hold(f"{columns} difference", selection["difference"]["value"], metrics.demographic_parity_difference(**given))
    hold(f"{columns} ratio", selection["ratio"]["value"], metrics.demographic_parity_ratio(**given))
    hold(f"{columns} odds", overall["equalisedOdds"]["difference"]["value"], metrics.equalized_odds_difference(**given))

print(f"{compared} numbers compared, {len(wrong)} differ")
for line in wrong:
    print(line)
sys.exit(1 if wrong else 0)
