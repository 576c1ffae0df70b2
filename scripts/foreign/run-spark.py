#!/usr/bin/env python3
"""Runs compiled recipes on a local Spark.

    python3 scripts/foreign/run-spark.py JOBS.json ANSWERS.json
    python3 scripts/foreign/run-spark.py --look

A job has `views`, JSON Lines or CSV with a header by the name of a view, and `statements`, of which the rows of each
SELECT and EXPLAIN are kept; `writes` names folders of CSV by the view that goes into each. pyspark is found where it is installed, or under SPARK_HOME. Exit 77: it is missing, which counts as skipped.
"""
import glob
import json
import os
import sys

if "SPARK_HOME" in os.environ:
    home = os.environ["SPARK_HOME"]
    sys.path[:0] = [os.path.join(home, "python"), *glob.glob(os.path.join(home, "python", "lib", "py4j-*.zip"))]
try:
    import pyspark
except ImportError:
    print("pyspark is not installed, and there is none under SPARK_HOME")
    sys.exit(77)
if int(pyspark.__version__.split(".")[0]) < 4:
    print(f"Spark {pyspark.__version__} is older than 4.0, which has no functions written in SQL")
    sys.exit(77)
if sys.argv[1:] == ["--look"]:
    sys.exit(0)

from pyspark.sql import SparkSession


def answer(spark, job):
    session = spark.newSession()
    session.conf.set("spark.sql.session.timeZone", "America/St_Johns")
    try:
        for name, path in job["views"].items():
            if path.endswith(".csv"):
                view = session.read.csv(path, header=True, mode="DROPMALFORMED", inferSchema=False, multiLine=True, escape='"')
            else:
                view = session.read.json(path, primitivesAsString=True)
            if name == "custos_pads":
                view = view.selectExpr("name", "unhex(inner_pad) AS inner_pad", "unhex(outer_pad) AS outer_pad")
            view.createOrReplaceTempView(name)
        rows = []
        for statement in job["statements"]:
            found = session.sql(statement)
            if statement.startswith(("SELECT", "EXPLAIN")):
                rows.append([list(row) for row in found.collect()])
        for name, path in job.get("writes", {}).items():
            # Its writer cuts blanks at the ends of values, if it is not told to leave them.
            session.table(name).write.csv(
                path, header=True, escape='"', ignoreLeadingWhiteSpace=False, ignoreTrailingWhiteSpace=False
            )
        return {"rows": rows}
    except Exception as problem:  # What Spark says is the answer.
        return {"error": str(problem)[:4000]}


spark = (
    SparkSession.builder.master("local[2]")
    .config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "2")
    .config("spark.driver.memory", "2g")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")
with open(sys.argv[1], encoding="utf-8") as asked:
    jobs = json.load(asked)
with open(sys.argv[2], "w", encoding="utf-8") as answers:
    json.dump([answer(spark, job) for job in jobs], answers, default=str)
