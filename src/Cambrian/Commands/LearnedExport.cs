using System.Globalization;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Contracts;
using Cambrian.Report;
using Cambrian.Runs;
using Cambrian.Sandbox;

namespace Cambrian.Commands;

/// <summary>Writes what a run's winner makes of its training cases, as the problem's evaluator lists it: for agents that learn, what they learned.</summary>
/// <param name="host">Where to write.</param>
/// <param name="subject">The run.</param>
/// <param name="allowWeakIsolation">Whether a machine that cannot isolate programs fully is accepted.</param>
internal sealed class LearnedExport(Host host, ReportSubject subject, bool allowWeakIsolation)
{
    /// <summary>Runs the winner again, in its sandbox, and writes a file for each case.</summary>
    /// <param name="folder">Full path of the folder, new or not.</param>
    /// <param name="cancellation">Kills the program.</param>
    /// <exception cref="UserException">Nothing is listed, or the folder is a file.</exception>
    /// <exception cref="RunException">Nothing was admitted, or the winner does not run.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancellation)
    {
        if (File.Exists(folder))
        {
            throw new UserException(ExitCode.Usage, $"'{host.Relative(folder)}' is a file; expected a folder, new or not. Nothing was written.");
        }

        var texts = await ListAsync(cancellation).ConfigureAwait(false);
        if (texts.All(text => text.Length == 0))
        {
            throw new UserException(ExitCode.Problem, $"{subject.Folder.Problem.Name} has nothing to list: its evaluator overrides no 'Listing'. 'cambrian best {subject.RunPath}' prints the program itself.");
        }

        Directory.CreateDirectory(folder);
        foreach (var (index, text) in texts.Index().Where(listed => listed.Item.Length > 0))
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"case-{index}.cs"));
            await File.WriteAllTextAsync(file, text, cancellation).ConfigureAwait(false);
            await host.Output.WriteLineAsync(host.Relative(file)).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var winner = subject.RequireWinner();
        using var sandbox = await SandboxRunner.OpenAsync(allowWeakIsolation ? IsolationGrade.Limits : IsolationGrade.Namespaces, cancellation).ConfigureAwait(false);
        var evaluators = new ProblemEvaluators(subject.Folder, sandbox, parallel: 1);
        await using var disposal = evaluators.ConfigureAwait(false);
        try
        {
            return await evaluators.InCSharp(Split.Training).ListAsync(winner.Artifact, cancellation).ConfigureAwait(false);
        }
        catch (InvalidDataException fault)
        {
            throw new RunException($"{fault.Message} 'cambrian best {subject.RunPath}' prints the program itself.");
        }
    }
}
