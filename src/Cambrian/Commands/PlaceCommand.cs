using System.CommandLine;
using System.Globalization;
using Cambrian.Chips.Placing;
using Cambrian.Placements;

namespace Cambrian.Commands;

/// <summary><c>cambrian place</c>: places the macros of a chip.</summary>
internal static class PlaceCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        Argument<string> folder = new("folder") { Description = "a folder with netlist.pb.txt and, to start from, initial.plc, each packed (.gz) or not; without initial.plc a start is made" };
        var time = OptionKinds.Duration("--time", "end after this wall time, for instance 60s (default 60s when no limit is given)");
        var moves = OptionKinds.Whole("--moves", "end after N moves; equal seeds then give equal placements", least: 1000);
        var seed = OptionKinds.Whole("--seed", "where all randomness comes from (default 1)", least: 0);
        var islands = OptionKinds.Whole("--islands", "searches side by side, a thread each (default 2)", most: 64);
        Option<string[]> fix = new("--fix") { Description = "macros that stay where they are, by name; * and ? stand for anything; may be given several times", HelpName = "NAME" };
        var keepOut = KeepOutOption();
        var place = OptionKinds.Place("--out", "where to write placement.plc and report.html (default: placements/<folder's name>)");
        var json = RunCommand.JsonSwitch();
        var command = new ExampledCommand(
            "place",
            "Place the macros of a chip: least wirelength, density and congestion, no overlaps.",
            "cambrian place data/chips/ariane133_NanGate45",
            "cambrian place data/chips/nvdla_ASAP7 --time 5m --seed 7 --out better",
            "cambrian place my-chip --fix 'pll*' --keep-out 0,0,200,150 --json | tail -n 1")
        {
            folder, time, moves, seed, islands, fix, keepOut, place, json,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var subject = PlacementFolder.Read(host, parsed.GetRequiredValue(folder));
            foreach (var node in subject.Matching(parsed.GetValue(fix) ?? []))
            {
                subject.Start.Fixed[node] = true;
            }

            var task = new PlacementTask
            {
                Netlist = subject.Netlist,
                Start = subject.Start,
                FromScratch = !subject.Given,
                KeepOut = parsed.GetValue(keepOut) ?? [],
                Seed = parsed.GetValue(seed) ?? 1,
                Islands = parsed.GetValue(islands) ?? 2,
            };
            var limit = parsed.GetValue(time) ?? (parsed.GetValue(moves) is null ? TimeSpan.FromSeconds(60) : null);
            var output = host.Absolute(parsed.GetValue(place) ?? Path.Combine("placements", subject.Name));
            return new PlacementRun(host, subject, output, parsed.GetValue(json)).ExecuteAsync(task, new PlacementBudget(parsed.GetValue(moves), limit), cancellation);
        });
        return command;
    }

    private static Option<Rectangle[]> KeepOutOption() => new("--keep-out")
    {
        Description = "a part of the canvas without hard macros, in microns from the lower left corner; may be given several times",
        HelpName = "X1,Y1,X2,Y2",
        CustomParser = result =>
        {
            List<Rectangle> areas = [];
            foreach (var token in result.Tokens)
            {
                double[] numbers = [.. token.Value.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
                if (numbers is not [var x1, var y1, var x2, var y2] || numbers.Any(number => !double.IsFinite(number)) || x1 == x2 || y1 == y2)
                {
                    result.AddError($"--keep-out was '{token.Value}'; expected two opposite corners in microns, such as 0,0,200,150.");
                    return [];
                }

                areas.Add(new Rectangle(Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2)));
            }

            return [.. areas];
        },
    };
}
