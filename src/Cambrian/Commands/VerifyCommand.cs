using System.CommandLine;
using Cambrian.Constructions;

namespace Cambrian.Commands;

/// <summary><c>cambrian verify</c>: what a construction from a file is worth.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> problem = new("problem") { Description = "a problem's folder, or the name of a shipped one" };
        Argument<string> file = new("file") { Description = "a JSON file with the construction: an array, an object with a member \"construction\", or one with a single array" };
        var weak = SearchOptions.WeakIsolationSwitch();
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "verify",
            "Verify a construction from a file by the problem's evaluator and its second verifier, and compare it with published values.",
            "cambrian verify circle-packing results/alphaevolve/circle-packing.json",
            "cambrian verify circle-packing circles.json --json")
        {
            problem,
            file,
            weak,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = await new ProblemPlaces(host).LoadAsync(parsed.GetRequiredValue(problem), cancellation).ConfigureAwait(false);
            var text = await ConstructionPlaces.ReadAsync(host, parsed.GetRequiredValue(file), cancellation).ConfigureAwait(false);
            var judge = await ProblemJudge.OpenAsync(folder, parsed.GetValue(weak), cancellation).ConfigureAwait(false);
            await using var disposal = judge.ConfigureAwait(false);
            var judged = await ConstructionPlaces.VerifyAsync(judge, folder, parsed.GetRequiredValue(file), text, cancellation).ConfigureAwait(false);
            var report = new VerificationText(folder, parsed.GetRequiredValue(file), judged);
            await host.Output.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : string.Join('\n', report.Lines())).ConfigureAwait(false);
            return (int)(judged.IsValid ? ExitCode.Done : ExitCode.Refuted);
        });
        return command;
    }
}
