using System.Text.Json;
using Cambrian.Bench.Measuring;

namespace Cambrian.Bench;

/// <summary>Runs a probe in a fresh process of this program.</summary>
public static class Probes
{
    /// <summary>The numbers a probe printed; with "peak_megabytes" of its process tree when memory is watched.</summary>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(
        string name, IEnumerable<(string Name, object Value)> options, CancellationToken cancellation, bool watchMemory = false, params IEnumerable<(string Name, string Value)> environment)
    {
        string[] words = ["probe", name, .. options.SelectMany(option => new[] { "--" + option.Name, $"{option.Value}" })];
        var child = await Child.RunAsync(Environment.ProcessPath!, words, cancellation, watchMemory, environment); // only null where there is no process
        var numbers = JsonSerializer.Deserialize<Dictionary<string, double>>(child.Required($"The probe '{string.Join(' ', words)}'"))!; // "null" is never printed
        numbers["peak_megabytes"] = child.PeakMegabytes;
        return numbers;
    }
}
