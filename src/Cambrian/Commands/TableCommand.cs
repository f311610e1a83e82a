using System.CommandLine;
using Cambrian.Constructions;
using Cambrian.Core;

namespace Cambrian.Commands;

/// <summary><c>cambrian table</c>: published constructions, and Cambrian's beside them.</summary>
internal static class TableCommand
{
    private static readonly Budget None = new();

    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> table = new("table") { Description = "the table's name: alphaevolve" };
        var budget = new BudgetOptions("of each row, which is run first; what is better than before is kept", "default: nothing is run");
        var seed = OptionKinds.Whole("--seed", "the seed of these runs (default 1)", least: 0);
        Option<string?> rows = new("--rows") { Description = "only these problems, separated by commas", HelpName = "A,B" };
        var html = OptionKinds.Place("--html", "write the table with pictures into this file", "FILE");
        var markdown = OptionKinds.Place("--markdown", "write the table into this file", "FILE");
        var weak = SearchOptions.WeakIsolationSwitch();
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "table",
            "Show a table of published constructions beside those in results/, each verified again by both verifiers; or fill it by runs.",
            "cambrian table alphaevolve",
            "cambrian table alphaevolve --rows circle-packing --time 60s",
            "cambrian table alphaevolve --html table.html --markdown table.md")
        {
            table,
            seed,
            rows,
            html,
            markdown,
            weak,
            json,
        };
        budget.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var quiet = parsed.GetValue(json) ? host with { Output = host.Error, Interactive = false } : host;
            var filling = new TableFilling(quiet, parsed.GetRequiredValue(table), parsed.GetValue(rows)) { Seed = parsed.GetValue(seed) ?? 1, AllowWeakIsolation = parsed.GetValue(weak) };
            return ShowAsync(host, filling, new(budget.Read(parsed, None), parsed.GetValue(html), parsed.GetValue(markdown), parsed.GetValue(json)), cancellation);
        });
        return command;
    }

    private static async Task<int> ShowAsync(Host host, TableFilling filling, Wanted wanted, CancellationToken cancellation)
    {
        var failures = wanted.Budget == None ? 0 : await filling.RunAsync(wanted.Budget, cancellation).ConfigureAwait(false);
        var table = await filling.CollectAsync(cancellation).ConfigureAwait(false);
        await WriteAsync(host, wanted.Html, () => TablePage.Of(table), cancellation).ConfigureAwait(false);
        await WriteAsync(host, wanted.Markdown, () => TableText.Markdown(table), cancellation).ConfigureAwait(false);
        await host.Output.WriteLineAsync(wanted.Json ? table.ToJson() : string.Join('\n', TableText.Lines(table))).ConfigureAwait(false);
        return (int)(table.Rows.Any(row => row.Fault is not null) ? ExitCode.Refuted : failures > 0 ? ExitCode.Problem : ExitCode.Done);
    }

    private static async Task WriteAsync(Host host, string? given, Func<string> text, CancellationToken cancellation)
    {
        if (given is not null)
        {
            var file = host.Absolute(given);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!); // a file always lies in a folder
            await File.WriteAllTextAsync(file, text(), cancellation).ConfigureAwait(false);
        }
    }

    private sealed record Wanted(Budget Budget, string? Html, string? Markdown, bool Json);
}
