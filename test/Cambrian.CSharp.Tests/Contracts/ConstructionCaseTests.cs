using System.Text.Json;
using Cambrian.Contracts;

namespace Cambrian.CSharp.Tests.Contracts;

public sealed class ConstructionCaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cambrian-case-");

    [Fact]
    public void Without_a_start_the_start_is_empty()
    {
        Write("case.json", """{"size": [16, 2]}""");

        var read = ConstructionCase<double>.Read(_folder.FullName);

        Assert.Equal([16, 2], read.Size);
        Assert.Empty(read.Start);
    }

    [Fact]
    public void A_start_is_read_flat()
    {
        Write("case.json", """{"size": [2]}""");
        Write("start.json", "[[0.1, 1e-3], [2, -0.30000000000000004]]");

        Assert.Equal([0.1, 1e-3, 2, -0.30000000000000004], ConstructionCase<double>.Read(_folder.FullName).Start);
    }

    [Theory]
    [InlineData("""{"sizes": [1]}""", """data/case.json: there is no "size"; expected {"size": [16, 2]}""")]
    [InlineData("""{"size": [1.5]}""", "data/case.json: [0] is 1.5; expected a whole number")]
    [InlineData("""{"size": 3}""", "data/case.json: given was 3; expected an array of numbers")]
    [InlineData("[", "data/case.json: ")]
    public void A_case_that_is_none_is_refused_with_what_was_expected(string text, string expected)
    {
        Write("case.json", text);

        Assert.Contains(expected, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_case_is_refused() => Assert.Contains("data/case.json", Refusal(), StringComparison.Ordinal);

    [Theory]
    [InlineData("[1, [2, [3]], []]")]
    [InlineData("""{"what": "points", "points": [[1, 2], [3]]}""")]
    [InlineData("""{"score": 2, "others": [7], "construction": [1, "2", 3]}""")]
    public void Constructions_are_read_as_people_publish_them(string text) => Assert.Equal([1L, 2, 3], ConstructionJson.Read<long[]>(Parse(text)));

    [Theory]
    [InlineData("""{"a": [1], "b": [2]}""", """the object has 2 arrays ("a", "b"); expected one, or a member "construction" """)]
    [InlineData("3", "given was 3; expected an array of numbers")]
    [InlineData("[[1], [2, null]]", "[1][1] is null; expected a whole number")]
    [InlineData("[3000000000]", "[0] is 3000000000; expected a whole number of at most 2147483647 in size")]
    public void What_is_no_construction_is_refused_with_its_place(string text, string expected) =>
        Assert.Contains(expected.TrimEnd(), Assert.Throws<InvalidDataException>(() => ConstructionJson.Read<int[]>(Parse(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_richer_answer_is_read_by_its_members()
    {
        var (rank, factors) = ConstructionJson.Read<(int Rank, double[] Factors)>(Parse("""{"construction": {"item1": 2, "item2": [0.5]}}"""));

        Assert.Equal(2, rank);
        Assert.Equal([0.5], factors);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Refusal() => Assert.Throws<InvalidDataException>(() => ConstructionCase<double>.Read(_folder.FullName)).Message;

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
