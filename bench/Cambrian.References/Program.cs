using System.Globalization;
using Cambrian.Contracts;
using Cambrian.Numerics.Combinatorics;

namespace Cambrian.References;

/// <summary>
/// Measures the reference tours of problems/tsp-constructive and writes their lengths beside it:
/// <c>dotnet run -c Release --project bench/Cambrian.References -- problems/tsp-constructive/data</c>, followed by the splits
/// that are meant when not all are.
/// </summary>
internal static class Program
{
    private const int Restarts = 3;
    private const int KicksPerCity = 30;

    private static int Main(string[] arguments)
    {
        if (arguments is not [var folder, .. var names] || !names.All(name => Enum.TryParse<Split>(name, ignoreCase: true, out _)))
        {
            Console.Error.WriteLine("Expected the folder to write references-<split>.txt to, then any splits: training, validation, test; default all.");
            return 1;
        }

        foreach (var split in names.Length == 0 ? Enum.GetValues<Split>() : names.Select(name => Enum.Parse<Split>(name, ignoreCase: true)))
        {
            var instances = TspConstructive.Instances(split);
            var found = instances.AsParallel().AsOrdered().Select(Reference).ToList();
            File.WriteAllLines(
                Path.Combine(folder, $"references-{split.ToString().ToLowerInvariant()}.txt"),
                found.Select(reference => reference.Length.ToString("R", CultureInfo.InvariantCulture)));
            foreach (var group in instances.Zip(found).GroupBy(pair => (pair.First.Part.Cities, pair.First.Part.Clustered)))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{split,-10} {group.Count(),4} × {group.Key.Cities}{(group.Key.Clustered ? " clustered" : "")}: mean length {group.Average(pair => pair.Second.Length):F4}, all {Restarts} restarts agree on {group.Count(pair => pair.Second.Agreed)}"));
            }
        }

        return 0;
    }

    private static (double Length, bool Agreed) Reference(TspConstructive.Instance instance)
    {
        var kicks = KicksPerCity * instance.Part.Cities;
        var lengths = Enumerable.Range(1, Restarts).Select(seed => TourSearch.Find(instance.Coordinates, kicks, seed).Length).ToArray();
        return (lengths.Min(), lengths.Max() - lengths.Min() < 1e-9);
    }
}
