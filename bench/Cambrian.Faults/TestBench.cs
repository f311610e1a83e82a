using System.Runtime.Loader;
using Cambrian.Core;
using Cambrian.CSharp.Compiling;
using Cambrian.CSharp.Source.Mutants;

namespace Cambrian.Faults;

/// <summary>
/// Runs all mutants of a program on all tests: one compilation, and a mutant only on tests that reach its edit. Programs run
/// in this process, so this is for programs that come with the project.
/// </summary>
internal static class TestBench
{
    /// <summary>Rounds of loops that a test may take; what takes more has failed.</summary>
    public const int Fuel = 200_000;

    // Fuel allows 10,000 calls inside each other.
    private const int StackBytes = 256 << 20;
    private const string TestsFile = "SubjectTests.cs";

    /// <summary>What all mutants of a program do.</summary>
    /// <param name="program">The program.</param>
    /// <param name="tests">Conditions in C#.</param>
    /// <param name="cancellation">Obeyed between mutants.</param>
    /// <exception cref="InvalidDataException">A test does not compile.</exception>
    public static Outcomes Run(Artifact program, IReadOnlyList<string> tests, CancellationToken cancellation)
    {
        var space = MutantSpace.Of(program, cancellation);
        var context = new AssemblyLoadContext("schema", isCollectible: true);
        try
        {
            return OnLargeStack(() => Run(space, Load(context, space.Schema, tests, cancellation), tests.Count, cancellation));
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>A function from mutant, test, fuel and a record of what was reached to whether the test passes.</summary>
    public static Func<int, int, int, bool[], bool> Load(AssemblyLoadContext context, Artifact schema, IReadOnlyList<string> tests, CancellationToken cancellation)
    {
        var compiled = new CandidateCompiler(ReferenceSet.Candidate, limits: MutantSpace.SchemaLimits).Compile(schema.With(TestsFile, Source(tests)), "schema", cancellation);
        using var image = new MemoryStream(compiled.Image ?? throw new InvalidDataException($"The tests do not compile: {compiled.Feedback}"));
        var entry = context.LoadFromStream(image).GetType("SubjectTests")!.GetMethod("Holds")!;
        return entry.CreateDelegate<Func<int, int, int, bool[], bool>>();
    }

    private static Outcomes Run(MutantSpace space, Func<int, int, int, bool[], bool> holds, int tests, CancellationToken cancellation)
    {
        var count = space.Mutants.Count + 1;
        var reaches = Enumerable.Range(0, tests).Select(_ => new bool[count]).ToArray();
        var passes = Enumerable.Range(0, count).Select(_ => new bool[tests]).ToArray();
        var ignored = new bool[count];
        for (var test = 0; test < tests; test++)
        {
            // Once before, so that what a program sets up on first use is reached or not for every test alike.
            holds(0, test, Fuel, ignored);
            passes[0][test] = holds(0, test, Fuel, reaches[test]);
        }

        for (var mutant = 1; mutant < count; mutant++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var test = 0; test < tests; test++)
            {
                passes[mutant][test] = reaches[test][mutant] ? holds(mutant, test, Fuel, ignored) : passes[0][test];
            }
        }

        return new Outcomes(space, passes, reaches);
    }

    private static string Source(IReadOnlyList<string> tests) => $$"""
        public static class SubjectTests
        {
            private static readonly Func<bool>[] Tests =
            [
        {{string.Join('\n', tests.Select(test => $"        () => {test},"))}}
            ];

            public static bool Holds(int mutant, int test, int fuel, bool[] reached) => MutantSwitch.Holds(mutant, fuel, reached, Tests[test]);
        }
        """;

    private static T OnLargeStack<T>(Func<T> work)
    {
        Task<T> task = new(work);
        var thread = new Thread(task.RunSynchronously, StackBytes);
        thread.Start();
        thread.Join();
        return task.GetAwaiter().GetResult();
    }
}
