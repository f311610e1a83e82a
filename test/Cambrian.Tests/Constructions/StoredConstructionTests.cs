using Cambrian.Algorithms.Folders;
using Cambrian.Constructions;

namespace Cambrian.Tests.Constructions;

/// <summary>What <c>results/</c> claims is verified again.</summary>
public sealed class StoredConstructionTests
{
    private static readonly string Place = Path.Combine(Repository.Root, "results");

    /// <summary>The files, from there.</summary>
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Place, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Place, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_stored_construction_verifies_to_the_value_it_is_stored_with(string file)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var text = await File.ReadAllTextAsync(Path.Combine(Place, file), cancellation);
        var stored = ConstructionFile.Parse(text);
        Assert.NotNull(stored);
        Assert.Equal(Path.GetFileName(file), $"{stored.Problem}.json");
        await using var judge = await ProblemJudge.OpenAsync(ProblemFolder.Load(Path.Combine(Repository.Root, "problems", stored.Problem)), allowWeakIsolation: false, cancellation);

        var judged = await judge.VerifyAsync(text, cancellation);

        Assert.True(judged.IsValid, judged.Disagreement ?? judged.Score.Fault);
        Assert.NotNull(judged.Check);
        Assert.Equal(stored.Score, judged.Score.Value);
    }
}
