"""Mutation score: puts one mistake at a time into a scratch copy of the sources and asks whether a test fails.

    python3 scripts/mutation/run.py                  all mutants of tests/mutation/mutants.json
    python3 scripts/mutation/run.py --missing        those without a verdict: goes on after a break
    python3 scripts/mutation/run.py rung late-heap   those whose id begins so; the verdicts on the others stay

Verdicts go to tests/mutation/verdicts.json as they are found, and tests/mutation/report.md is made of them.

A mutant is compiled alone (the compiler's own arguments, analyzers left out), then the tests that it names run, then, if
they all pass, the inner loop of the whole test project. A test that fails, or a run beyond the time limit, kills it.
A mutant that does not compile is a mistake of the list and ends the run. Needs git, python3 and the .NET SDK; one at a time.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = ROOT / "tests" / "mutation" / "mutants.json"
VERDICTS = ROOT / "tests" / "mutation" / "verdicts.json"
REPORT = ROOT / "tests" / "mutation" / "report.md"
LOOP = "(Category!=Slow&Category!=Oracles&Category!=Nightly)|Category=ExactOracles"
INNER_LOOP = f"({LOOP})&FullyQualifiedName!~MutantListTests"  # that one judges the list, not the sources
LIMIT_SECONDS = 120


def run(command, folder, limit=None):
    """The exit code and output of a command; -1 where it took too long, its children ended with it."""
    process = subprocess.Popen(
        ["nice", "-n", "10", *command],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=limit)
        return process.returncode, output
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        process.communicate()
        return -1, "time limit"


def must(command, folder):
    code, output = run(command, folder)
    if code != 0:
        sys.exit(f"{' '.join(command)} failed:\n{output[-2000:]}")
    return output


class Project:
    """A source project in the scratch copy, its tests, and how the compiler is called for it."""

    def __init__(self, scratch, name):
        self.scratch = scratch
        self.name = name
        source = f"src/{name}/{name}.csproj"
        options = ["-p:Configuration=Release", "-nologo"]
        must(["dotnet", "build", f"tests/{name}.Tests", "-c", "Release", "-v", "q", "-nologo"], scratch)
        self.good = (scratch / f"artifacts/bin/{name}/release/{name}.dll").read_bytes()
        asked = must(
            ["dotnet", "msbuild", source, *options, "-t:Clean;Compile", "-p:BuildProjectReferences=false"]
            + ["-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-getItem:CscCommandLineArgs"],
            scratch,
        )
        arguments = [item["Identity"] for item in json.loads(asked)["Items"]["CscCommandLineArgs"]]
        unwanted = ("/analyzer:", "/warnaserror", "/doc:", "/refout:", "/out:", "/additionalfile:", "/analyzerconfig:")
        self.output = scratch / "mutant" / f"{name}.dll"
        self.output.parent.mkdir(exist_ok=True)
        response = scratch / f"{name}.rsp"
        kept = [one for one in arguments if not one.startswith(unwanted)]
        response.write_text("\n".join(f'"{one}"' if " " in one else one for one in [*kept, f"/out:{self.output}"]))
        compiler = must(["dotnet", "msbuild", source, *options, "-getProperty:RoslynTargetsPath"], scratch).strip()
        self.compile_command = ["dotnet", f"{compiler}/bincore/csc.dll", "-shared", f"@{response}"]
        self.tests = scratch / f"artifacts/bin/{name}.Tests/release/{name}.Tests.dll"

    def compile(self, identity):
        code, output = run(self.compile_command, self.scratch / "src" / self.name)
        if code != 0:
            sys.exit(f"Mutant {identity} does not compile:\n{output[-2000:]}")
        self.install(self.output.read_bytes())

    def install(self, assembly):
        (self.tests.parent / f"{self.name}.dll").write_bytes(assembly)

    def verdict(self, chosen):
        code, output = run(["dotnet", "vstest", str(self.tests), f"--TestCaseFilter:{chosen}"], self.scratch, LIMIT_SECONDS)
        if code == -1:
            return "time limit"
        if code == 0 and "Passed!" not in output and "Test Run Successful" not in output:
            return "no test"
        failed = [line.split()[1] for line in output.splitlines() if line.lstrip().startswith("Failed ")]
        return None if code == 0 else (failed or ["test host"])[0]


def judge(project, mutant):
    """Who killed it, and in which circle: the tests that it names, all tests of the project, or nobody."""
    file = project.scratch / mutant["file"]
    text = file.read_text()
    if text.count(mutant["original"]) != 1:
        sys.exit(f"Mutant {mutant['id']}: its original text stands {text.count(mutant['original'])} times in {mutant['file']}.")
    file.write_text(text.replace(mutant["original"], mutant["replacement"]))
    try:
        project.compile(mutant["id"])
    finally:
        file.write_text(text)
    named = "|".join(f"FullyQualifiedName~{test}" for test in mutant["tests"])
    killer = project.verdict(named)
    if killer == "no test":
        sys.exit(f"Mutant {mutant['id']}: no test is called {mutant['tests']}.")
    circle = "named" if killer else "project"
    killer = killer or project.verdict(INNER_LOOP)
    return {"killer": killer, "circle": circle if killer else ""}


def escaped(text):
    return " ".join(text.split()).replace("|", "\\|")


def write_report(mutants, verdicts):
    """The score, the survivors with their reasons, and all mutants, from the verdicts known so far."""
    judged = [one for one in mutants if one["id"] in verdicts]
    killed = [one for one in judged if verdicts[one["id"]]["killer"]]
    survivors = [one for one in judged if one not in killed]
    lines = [
        "# Mutation score",
        "",
        f"**{len(killed)} of {len(judged)} mutants killed: {100 * len(killed) / max(1, len(judged)):.1f} %.**",
        "",
        "Written by `python3 scripts/mutation/run.py`; the mutants are in [mutants.json](mutants.json). One mistake at a time, in a",
        f"scratch copy; killed by a test that fails or by the time limit of {LIMIT_SECONDS} s. *Named*: by a test class that the mutant",
        "names; *project*: by another test of the inner loop of its project.",
        "",
        "| area | killed | of |",
        "|---|---:|---:|",
    ]
    for area in dict.fromkeys(one["area"] for one in judged):
        lines.append(f"| {area} | {sum(one['area'] == area for one in killed)} | {sum(one['area'] == area for one in judged)} |")
    lines += ["", "## Survivors", ""]
    lines += [f"- **{one['id']}** ({one['file']}): {one.get('survives', 'not explained yet')}" for one in survivors] or ["None."]
    lines += ["", "## All mutants", "", "| mutant | what is wrong | killed by | circle |", "|---|---|---|---|"]
    for one in judged:
        verdict = verdicts[one["id"]]
        lines.append(f"| {one['id']} | {escaped(one['why'])} | {escaped(verdict['killer'] or '**survives**')} | {verdict['circle']} |")
    REPORT.write_text("\n".join(lines) + "\n")


def main():
    mutants = json.loads(LIST.read_text())
    verdicts = json.loads(VERDICTS.read_text()) if VERDICTS.exists() else {}
    if sys.argv[1:] == ["--missing"]:
        chosen = [one for one in mutants if one["id"] not in verdicts]
    else:
        chosen = [one for one in mutants if not sys.argv[1:] or one["id"].startswith(tuple(sys.argv[1:]))]
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="mutation-"))
    try:
        listed = subprocess.run(["git", "ls-files", "-coz", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
        for name in filter(None, listed.stdout.decode().split("\0")):
            if (ROOT / name).is_file():
                (scratch / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, scratch / name)
        projects = {name: Project(scratch, name) for name in sorted({one["file"].split("/")[1] for one in chosen})}
        for one in chosen:
            project = projects[one["file"].split("/")[1]]
            began = time.monotonic()
            verdict = judge(project, one)
            project.install(project.good)
            verdicts[one["id"]] = verdict
            VERDICTS.write_text(json.dumps({key["id"]: verdicts[key["id"]] for key in mutants if key["id"] in verdicts}, indent=1) + "\n")
            write_report(mutants, verdicts)
            killer = f"killed by {verdict['killer']} ({verdict['circle']})" if verdict["killer"] else "SURVIVES"
            print(f"{one['id']}: {killer}, {time.monotonic() - began:.0f} s", flush=True)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
