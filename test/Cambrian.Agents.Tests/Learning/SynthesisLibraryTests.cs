using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Cambrian.Agents.Learning;
using Cambrian.Contracts;
using Cambrian.CSharp.Compiling;

namespace Cambrian.Agents.Tests.Learning;

/// <summary>What the agents of problems/agents-synthesis learn, as C#: compiled, run, and held against the rows of operations it was written from.</summary>
public sealed partial class SynthesisLibraryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "problems", "agents-synthesis");

    private static readonly CandidateCompiler Trusted = new(ReferenceSet.Framework.With(typeof(Split).Assembly).With(typeof(Loop).Assembly).With(typeof(LearnedSource).Assembly));

    private static readonly Assembly Evaluator = Load(Artifact.Of("evaluator.cs", File.ReadAllText(Path.Combine(Folder, "evaluator.cs"))), "evaluator");

    private delegate object? Method(object argument);

    [Theory]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(false, 3)]
    [InlineData(true, 4)]
    [InlineData(true, 5)]
    [InlineData(true, 6)]
    public void Words_and_programs_of_any_library_give_what_their_operations_give(bool strings, int seed)
    {
        var random = Randomness.From(seed);
        List<int[]> words = [];
        for (var word = 0; word < 40; word++)
        {
            // Rows of operations, and of earlier words, as learning from programs makes them.
            words.Add(words.Count > 2 && random.Next(2) == 0 ? [.. words[random.Next(words.Count)], .. words[random.Next(words.Count)]] : Row(random, 2 + random.Next(3)));
        }

        words = [.. words.Where(word => word.Length <= 24)];
        KeyValuePair<string, int[]>[] programs = [.. Enumerable.Range(0, 30).Select(number => KeyValuePair.Create($"Task{number}", Row(random, 1 + random.Next(24))))];

        var methods = Compile(new LearnedSource(Language(strings)).Write(words, programs), strings);

        Assert.Equal(words.Select(word => string.Join(',', word)).Distinct().Order(StringComparer.Ordinal), methods.Words.Select(word => string.Join(',', word.Row)).Order(StringComparer.Ordinal));
        var rows = methods.Words.Concat(programs.Select(program => (Row: program.Value, Method: methods.Programs[program.Key]))).ToList();
        AssertAlike(rows, strings, Enumerable.Range(0, 60).Select(_ => Input(strings, random)));
    }

    [Theory]
    [InlineData("seed", "data")]
    [InlineData("references/Expert.cs", "data")]
    [InlineData("seed", "transfer")]
    public void What_an_agent_learns_in_a_universe_compiles_and_its_programs_fit_the_tasks(string agent, string data)
    {
        var source = agent == "seed" ? "seed/Agent.cs" : agent;
        var entry = Load(Artifact.Of("Agent.cs", File.ReadAllText(Path.Combine(Folder, source))), $"{agent} {data}".Replace('/', '-')).GetType("Agent")!.GetMethod("Solve")!;
        var evaluator = Evaluator.GetType("SynthesisEvaluator")!;
        var (instance, strings) = (Activator.CreateInstance(evaluator)!, data == "transfer");
        var universe = ((System.Collections.IEnumerable)evaluator.GetMethod("Cases")!.Invoke(instance, [Split.Training, Path.Combine(Folder, data)])!).Cast<object>().First();

        var text = (string)evaluator.GetMethod("Listing")!.Invoke(instance, [Delegate.CreateDelegate(Evaluator.GetType("Solve")!, entry), universe])!;

        var methods = Compile(text, strings);
        Assert.True(methods.Words.Count >= 5, $"{methods.Words.Count} words");
        Assert.True(methods.Programs.Count >= 5, $"{methods.Programs.Count} programs");
        Assert.Contains(WordCall().Matches(text).Select(call => call.Groups[1].Value), name => methods.Names.Contains(name));
        AssertAlike(methods.Words, strings, Enumerable.Range(0, 40).Select(seed => Input(strings, Randomness.From(seed))));
        dynamic unseen = universe.GetType().GetProperty("Unseen")!.GetValue(universe)!;
        foreach (var (name, method) in methods.Programs)
        {
            var examples = unseen[int.Parse(name["Task".Length..], null) - 1];
            int[][] inputs = examples.Inputs;
            int[][] outputs = examples.Outputs;
            Assert.All(inputs.Zip(outputs), pair => Assert.Equal(pair.Second, Outcome(method, pair.First, strings)));
        }
    }

    private static void AssertAlike(IReadOnlyList<(int[] Row, Method Method)> rows, bool strings, IEnumerable<int[]> inputs)
    {
        var apply = Evaluator.GetType("SynthesisEvaluator")!.GetMethod("Apply", BindingFlags.Static | BindingFlags.NonPublic)!;
        var nowhere = 0;
        foreach (var input in inputs)
        {
            foreach (var (row, method) in rows)
            {
                var expected = ((int[][]?)apply.Invoke(null, [strings, new[] { input }, row]))?[0];
                nowhere += expected is null ? 1 : 0;
                Assert.Equal(expected, Outcome(method, input, strings));
            }
        }

        Assert.True(nowhere < rows.Count * 20, "Most rows lead nowhere, which proves little.");
    }

    // Null where it leads nowhere.
    private static int[]? Outcome(Method method, int[] input, bool strings)
    {
        try
        {
            return method(strings ? new string([.. input.Select(letter => (char)letter)]) : input) is string text ? [.. text.Select(letter => (int)letter)] : (int[])method(input)!;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static (IReadOnlyList<(int[] Row, Method Method)> Words, IReadOnlyDictionary<string, Method> Programs, IReadOnlySet<string> Names) Compile(string text, bool strings)
    {
        // Nothing but the framework: the file stands alone.
        var compiled = new CandidateCompiler(ReferenceSet.Framework).Compile(Artifact.Of("learned.cs", text), "learned");
        Assert.True(compiled.Image is not null, $"{compiled.Feedback}\n{text}");
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(compiled.Image));
        var operations = Language(strings).Operations.Select(operation => operation.Name).ToList();
        var words = WordSummary().Matches(text).Select(match => (
            Row: match.Groups[1].Value.Split(", ").Select(operation => operations.IndexOf(operation)).ToArray(),
            Method: Bind(assembly.GetType("Words")!.GetMethod(match.Groups[2].Value)!))).ToList();
        var programs = assembly.GetType("Programs")!.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).ToDictionary(method => method.Name, Bind);
        return (words, programs, assembly.GetType("Words")!.GetMethods().Select(method => method.Name).ToHashSet());
    }

    private static Method Bind(MethodInfo method) => argument => method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null);

    private static int[] Row(Random random, int length) => [.. Enumerable.Range(0, length).Select(_ => random.Next(14))];

    private static int[] Input(bool strings, Random random) => strings
        ? [.. Enumerable.Range(0, random.Next(20)).Select(_ => random.Next(5) == 0 ? ' ' : random.Next(3) == 0 ? random.Next('A', 'Z' + 1) : random.Next('a', 'z' + 1))]
        : [.. Enumerable.Range(0, random.Next(10)).Select(_ => random.Next(-300, 301))];

    private static PipelineLanguage Language(bool strings) =>
        (PipelineLanguage)Evaluator.GetType("SynthesisEvaluator+Language")!.GetProperty(strings ? "Strings" : "Lists")!.GetValue(null)!;

    private static Assembly Load(Artifact source, string name)
    {
        var compiled = Trusted.Compile(source, name);
        return AssemblyLoadContext.GetLoadContext(typeof(LearnedSource).Assembly)!.LoadFromStream(new MemoryStream(compiled.Image ?? throw new InvalidOperationException(compiled.Feedback)));
    }

    [GeneratedRegex(@"/// <summary>([\w, ]+)\. Called by [^\n]*\n    public static \S+ (\w+)\(")]
    private static partial Regex WordSummary();

    [GeneratedRegex(@"\.(\w+)\(\)")]
    private static partial Regex WordCall();
}
