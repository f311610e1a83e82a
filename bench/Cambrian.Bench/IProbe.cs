namespace Cambrian.Bench;

/// <summary>
/// A measurement in a process of its own, so that heaps of other sizes, warm caches and compiled methods of other
/// measurements do not touch it. Prints named numbers; see <see cref="Probes"/>.
/// </summary>
public interface IProbe
{
    /// <summary>Its name on the command line, after "probe".</summary>
    string Name { get; }

    /// <summary>Measures.</summary>
    Task<IReadOnlyDictionary<string, double>> RunAsync(Arguments arguments, CancellationToken cancellation);
}
