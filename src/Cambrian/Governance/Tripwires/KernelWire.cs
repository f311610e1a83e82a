namespace Cambrian.Governance.Tripwires;

/// <summary>The engine is not the one the run began with. Between two calls it may have been built anew, and scores may not compare; during one, something wrote to it.</summary>
internal static class KernelWire
{
    /// <summary>Its name in decisions.</summary>
    public const string Name = "kernel drift";

    /// <summary>Compares two hashes of the engine's assemblies.</summary>
    /// <param name="before">When the run, or this call, began.</param>
    /// <param name="now">Now.</param>
    /// <param name="sameCall">Whether both are of one call.</param>
    public static Trip? Look(string before, string now, bool sameCall) => before == now ? null
        : sameCall ? new Trip(Name, $"the engine's assemblies changed while it ran, from {Short(before)} to {Short(now)}", Hard: true)
        : new Trip(Name, $"the run is gone on with by another build of the engine, {Short(now)} instead of {Short(before)}");

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
