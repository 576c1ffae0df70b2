#!/usr/bin/env python3
"""Holds `custos fairness --json` to Fairlearn, Aequitas, AIF360 and SciPy, number by number, at 1e-9.

    python3 scripts/foreign/check-fairness.py FILE.csv AUDIT.json

FILE has the columns outcome and label (1 or 0) and those the audit grouped by, comma-separated. Each library that is
not there is named as skipped. Exit 0: all numbers agree. 1: one does not, which is printed. 77: none is installed,
which counts as skipped.
"""
import json
import logging
import sys
import warnings

# What the libraries say of extras that are not installed, or of groups of nobody, is not about our numbers.
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")
near = 1e-9

try:
    import pandas
except ImportError as missing:
    print(f"skipped: {missing.name} is not installed")
    sys.exit(77)

audit = json.load(open(sys.argv[2], encoding="utf-8"))
table = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
outcome, label = table["outcome"].astype(int), table["label"].astype(int)
wrong = []


class Held:
    """Numbers of one library beside ours."""

    def __init__(self, name):
        self.name, self.compared = name, 0

    def to(self, what, ours, theirs):
        self.compared += 1
        if abs(ours - theirs) > near:
            wrong.append(f"{what}: {ours} here, {theirs} by {self.name}")


def key_of(values):
    return "\x1f".join(value or "" for value in values)


def groupings():
    """Every grouping of the audit: its groups by key, the key of the reference, and the key of every row."""
    for grouping in audit["groupings"]:
        features = table[grouping["columns"]].agg("\x1f".join, axis=1)
        groups = {key_of(group["values"]): group for group in grouping["groups"]}
        yield grouping, groups, key_of(grouping["reference"]["values"]), features


def measures(group):
    return {one["measure"]: one for one in group["measures"] if one["value"] is not None}


def hold_to_fairlearn(held):
    from fairlearn import metrics
    from sklearn.metrics import accuracy_score, precision_score

    rates = {
        "selectionRate": metrics.selection_rate,
        "truePositiveRate": metrics.true_positive_rate,
        "falsePositiveRate": metrics.false_positive_rate,
        "falseNegativeRate": metrics.false_negative_rate,
        "positivePredictiveValue": precision_score,
        "accuracy": accuracy_score,
    }
    for grouping, groups, _, features in groupings():
        frame = metrics.MetricFrame(metrics=rates, y_true=label, y_pred=outcome, sensitive_features=features)
        for key, group in groups.items():
            for name, one in measures(group).items():
                held.to(f"{name} of {group['values']}", one["value"], frame.by_group.loc[key, name])
        overall = {one["measure"]: one for one in grouping["overall"]}
        given = {"y_true": label, "y_pred": outcome, "sensitive_features": features}
        columns, selection = grouping["columns"], overall["selectionRate"]
        held.to(f"{columns} difference", selection["difference"]["value"], metrics.demographic_parity_difference(**given))
        held.to(f"{columns} ratio", selection["ratio"]["value"], metrics.demographic_parity_ratio(**given))
        # Of a group in which nobody has the label it takes a rate of 0, and we take none.
        if any(not {"truePositiveRate", "falsePositiveRate"} <= measures(group).keys() for group in groups.values()):
            continue
        chance, odds = overall["truePositiveRate"]["difference"], overall["equalisedOdds"]["difference"]
        held.to(f"{columns} equal opportunity", chance["value"], metrics.equal_opportunity_difference(**given))
        held.to(f"{columns} odds", odds["value"], metrics.equalized_odds_difference(**given))


def hold_to_aequitas(held):
    from aequitas.bias import Bias
    from aequitas.group import Group

    names = {
        "selectionRate": "pprev",
        "truePositiveRate": "tpr",
        "falsePositiveRate": "fpr",
        "falseNegativeRate": "fnr",
        "positivePredictiveValue": "precision",
    }
    for _, groups, reference, features in groupings():
        rows = pandas.DataFrame({"score": outcome, "label_value": label, "group": features})
        crosstabs, _ = Group().get_crosstabs(rows, attr_cols=["group"])
        bias = Bias().get_disparity_predefined_groups(
            crosstabs, original_df=rows, ref_groups_dict={"group": reference}, alpha=0.05, check_significance=False
        )
        theirs = bias.set_index("attribute_value")
        for key, group in groups.items():
            held.to(f"share of all chosen of {group['values']}", group["shareOfChosen"], theirs.loc[key, "ppr"])
            for name, one in measures(group).items():
                if name not in names:
                    continue
                held.to(f"{name} of {group['values']}", one["value"], theirs.loc[key, names[name]])
                # It puts 10 where it would divide by nobody.
                ratio = one.get("against", {}).get("ratio", {}).get("value")
                if ratio is not None:
                    held.to(f"{name} ratio of {group['values']}", ratio, theirs.loc[key, f"{names[name]}_disparity"])


def hold_to_aif360(held):
    from aif360.datasets import BinaryLabelDataset
    from aif360.metrics import ClassificationMetric

    for _, groups, reference, features in groupings():
        codes = {key: float(at) for at, key in enumerate(groups)}
        group_codes = features.map(codes)

        def dataset(values):
            rows = pandas.DataFrame({"label": values.astype(float), "group": group_codes})
            return BinaryLabelDataset(df=rows, label_names=["label"], protected_attribute_names=["group"])

        true, predicted = dataset(label), dataset(outcome)
        for key, group in groups.items():
            if group["isReference"]:
                continue
            metric = ClassificationMetric(
                true, predicted, [{"group": codes[key]}], [{"group": codes[reference]}]
            )
            ours, who = measures(group), group["values"]
            against = {name: one["against"] for name, one in ours.items() if "against" in one}
            for name, theirs in {
                "selectionRate": metric.statistical_parity_difference,
                "truePositiveRate": metric.equal_opportunity_difference,
                "falsePositiveRate": metric.false_positive_rate_difference,
                "falseNegativeRate": metric.false_negative_rate_difference,
            }.items():
                if name in against:
                    held.to(f"{name} difference of {who}", against[name]["difference"]["value"], theirs())
            if against["selectionRate"]["ratio"]["value"] is not None:
                held.to(f"impact of {who}", against["selectionRate"]["ratio"]["value"], metric.disparate_impact())
            if "equalisedOdds" in group:
                held.to(f"odds of {who}", group["equalisedOdds"]["average"]["value"], metric.average_odds_difference())
            if "positivePredictiveValue" in ours:
                theirs = metric.positive_predictive_value(privileged=False)
                held.to(f"predictive value of {who}", ours["positivePredictiveValue"]["value"], theirs)


def hold_to_scipy(held):
    from scipy.stats import binomtest, fisher_exact
    from scipy.stats.contingency import relative_risk

    for _, groups, reference, _ in groupings():
        base = measures(groups[reference])
        for group in groups.values():
            for name, one in measures(group).items():
                what = f"{name} of {group['values']}"
                wilson = binomtest(one["hits"], one["of"]).proportion_ci(0.95, method="wilson")
                held.to(f"{what}, lower limit", one["low"], wilson.low)
                held.to(f"{what}, upper limit", one["high"], wilson.high)
                if "against" not in one:
                    continue
                other, against = base[name], one["against"]
                if against["ratio"]["method"] == "katz":
                    katz = relative_risk(one["hits"], one["of"], other["hits"], other["of"]).confidence_interval(0.95)
                    held.to(f"{what}, lower limit of the ratio", against["ratio"]["low"], katz.low)
                    held.to(f"{what}, upper limit of the ratio", against["ratio"]["high"], katz.high)
                if against["test"] == "fisher":
                    counts = [[x["hits"], x["of"] - x["hits"]] for x in (one, other)]
                    held.to(f"{what}, Fisher's p", against["p"], fisher_exact(counts).pvalue)


told = []
for name, hold in {
    "fairlearn": hold_to_fairlearn,
    "aequitas": hold_to_aequitas,
    "aif360": hold_to_aif360,
    "scipy": hold_to_scipy,
}.items():
    held = Held(name)
    try:
        hold(held)
        told.append(f"{name} {held.compared}")
    except ImportError as missing:
        print(f"skipped {name}: {missing.name} is not installed")

if not told:
    sys.exit(77)
print(f"numbers compared: {', '.join(told)}; {len(wrong)} differ")
for line in wrong:
    print(line)
sys.exit(1 if wrong else 0)
