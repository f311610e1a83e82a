namespace Cambrian.CSharp.AllowList;

/// <summary>What to use in place of what was refused.</summary>
internal static class Alternatives
{
    private static readonly (string Prefix, string Instead)[] Known =
    [
        ("System.Random", "use new Random(seed) with a constant seed"),
        ("System.Reflection", "reflection is refused; use generics or patterns"),
        ("System.Type", "reflection is refused; use generics or patterns"),
        ("System.Activator", "reflection is refused; call a constructor"),
        ("System.IO", "input and output are refused; everything a program may know comes in as an argument"),
        ("System.Console", "input and output are refused; return the answer"),
        ("System.Environment", "everything a program may know comes in as an argument"),
        ("System.Threading", "write it for one thread"),
        ("System.Diagnostics.Stopwatch", "clocks are refused; count operations instead"),
        ("System.DateTime", "clocks are refused; count operations instead"),
        ("System.Runtime", "use arrays and spans"),
        ("System.Buffers", "pools keep state; allocate"),
        ("System.HashCode", "it differs from run to run; compute one from numbers"),
        ("System.Object", "it differs from run to run, or is reflection"),
    ];

    internal static string For(string type) =>
        Known.FirstOrDefault(known => type.StartsWith(known.Prefix, StringComparison.Ordinal)).Instead
        ?? "use numbers, strings, arrays, spans, collections, LINQ, Math and the declared toolbox";
}
