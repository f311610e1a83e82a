using Cambrian.Bench.Measuring;

namespace Cambrian.Bench;

/// <summary>Measures one thing.</summary>
public interface IBenchmark
{
    /// <summary>Its name on the command line, and of its file in results/.</summary>
    string Name { get; }

    /// <summary>What it measures, in a line.</summary>
    string Purpose { get; }

    /// <summary>Measures.</summary>
    Task<Report> RunAsync(Arguments arguments, CancellationToken cancellation);
}
