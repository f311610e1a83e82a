using NetArchTest.Rules;

namespace Cambrian.Architecture.Tests;

public sealed class DirectionTests
{
    private static readonly string[] Levels = ["Cambrian.Algorithms", "Cambrian.Agents", "Cambrian.Research", "Cambrian.Chips"];

    // What each room may see of the others. The executable sees everything.
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Cambrian.Core"] = [],
        ["Cambrian.Numerics"] = [],
        ["Cambrian.Contracts"] = [],
        ["Cambrian.Worker"] = ["Cambrian.Contracts", "Cambrian.Numerics"],
        ["Cambrian.Store"] = ["Cambrian.Core"],
        ["Cambrian.Sandbox"] = ["Cambrian.Core"],
        ["Cambrian.CSharp"] = ["Cambrian.Core", "Cambrian.Sandbox", "Cambrian.Contracts", "Cambrian.Numerics", "Cambrian.Worker"],
        ["Cambrian.Models"] = ["Cambrian.Core"],
        ["Cambrian.Peers"] = ["Cambrian.Core", "Cambrian.Numerics"],
        ["Cambrian.Coders"] = ["Cambrian.Core", "Cambrian.Sandbox", "Cambrian.CSharp"],
        ["Cambrian.Repositories"] = ["Cambrian.Core", "Cambrian.Sandbox"],
        ["Cambrian.Cluster"] = ["Cambrian.Core"],
    };

    [Fact]
    public void The_core_references_only_the_platform()
    {
        var references = typeof(Core.Loop).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.All(references, reference => Assert.StartsWith("System.", reference, StringComparison.Ordinal));
        Assert.DoesNotContain("PackageReference", Repository.Read("src/Cambrian.Core/Cambrian.Core.csproj"), StringComparison.Ordinal);
    }

    [Fact]
    public void Projects_reference_only_what_their_room_may_see()
    {
        foreach (var project in Repository.Projects.Where(project => project != "Cambrian"))
        {
            var allowed = Levels.Contains(project) ? MayReference.Keys
                : Assert.Contains(project, (IReadOnlyDictionary<string, string[]>)MayReference).AsEnumerable();
            Assert.All(Repository.ReferencesOf(project), reference => Assert.Contains(reference, allowed));
        }
    }

    [Fact]
    public void Levels_never_know_each_other() =>
        Assert.All(Repository.Assemblies.Where(assembly => Levels.Contains(assembly.GetName().Name)), assembly =>
            AssertIndependent(Types.InAssembly(assembly), [.. Levels.Where(level => level != assembly.GetName().Name)]));

    [Fact]
    public void Concepts_do_not_know_their_implementations()
    {
        string[] folders = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src/Cambrian.Core")).Select(folder => $"Cambrian.Core.{Path.GetFileName(folder)}")];
        Assert.Contains("Cambrian.Core.Archives", folders);
        AssertIndependent(Types.InAssembly(typeof(Core.Loop).Assembly).That().ResideInNamespaceMatching("^Cambrian\\.Core$"), folders);
    }

    [Fact]
    public void Nothing_knows_the_host() =>
        Assert.All(Repository.Assemblies.Where(assembly => assembly.GetName().Name != "cambrian"), assembly =>
            Assert.DoesNotContain("cambrian", assembly.GetReferencedAssemblies().Select(reference => reference.Name)));

    // The rules above are only worth something while the tool sees what they forbid, also where the compiler hides it.
    [Fact]
    public void A_planted_dependency_is_found_in_a_method_and_inside_an_async_iterator()
    {
        foreach (var planted in new[] { nameof(PlantedInMethod), nameof(PlantedInIterator) })
        {
            var result = Types.InAssembly(typeof(DirectionTests).Assembly).That().HaveName(planted).Should().NotHaveDependencyOn("Cambrian.Core.Archives").GetResult();
            Assert.False(result.IsSuccessful, $"the dependency in {planted} was not seen");
        }
    }

    private static void AssertIndependent(Types types, string[] others) => Report(types.Should().NotHaveDependencyOnAny(others).GetResult());

    private static void AssertIndependent(PredicateList types, string[] others) => Report(types.Should().NotHaveDependencyOnAny(others).GetResult());

    private static void Report(NetArchTest.Rules.TestResult result) => Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
}

internal static class PlantedInMethod
{
    public static int Kept() => new Core.Archives.EveryArchive().Kept.Count;
}

internal static class PlantedInIterator
{
    public static async IAsyncEnumerable<int> KeptAsync()
    {
        await Task.Yield();
        yield return new Core.Archives.EveryArchive().Kept.Count;
    }
}
