using System.Text;
using System.Text.Json;
using Cambrian.Core;
using Cambrian.Sandbox.Evaluators;
using CsCheck;

namespace Cambrian.Sandbox.Tests.Evaluators;

public sealed class ReportParserTests
{
    private static readonly ReportParser Parser = new("score");

    [Fact]
    public void A_plain_report_is_read()
    {
        var report = Parse("""{"score": 1.5, "cases": [1, 2], "speed": 7, "metrics": {"size": 3}, "feedback": "well done"}""");

        Assert.Null(report.Fault);
        Assert.Equal(1.5, report.Score);
        Assert.Equal([1, 2], report.Cases);
        Assert.Equal([KeyValuePair.Create("size", 3.0), KeyValuePair.Create("speed", 7.0)], report.Metrics);
        Assert.Equal("well done", report.Feedback);
    }

    [Theory]
    [InlineData("log line\nanother { one\n{\"score\": 2}\n")]
    [InlineData("{\"score\": 2}\ngoodbye\n")]
    [InlineData("{\"score\": 1}\n{\"score\": 2}\n\n")]
    [InlineData("log\n{\n  \"score\": 2,\n  \"metrics\": {\n    \"a\": 1\n  }\n}\n")]
    [InlineData("\n{\"cases\": [1, 3]}")]
    public void The_last_object_counts_whatever_was_logged_before(string output) => Assert.Equal(2, Parse(output).Score);

    [Fact]
    public void An_evaluator_may_call_a_candidate_invalid()
    {
        var report = Parse("""{"valid": false, "score": 10, "feedback": "circles 3 and 7 overlap"}""");

        Assert.Equal((Outcome.Invalid, "circles 3 and 7 overlap"), (report.Outcome, report.Fault));
    }

    [Theory]
    [InlineData("", "printed nothing")]
    [InlineData(" \n\n ", "printed nothing")]
    [InlineData("Segmentation fault", "it printed 'Segmentation fault'; expected as the last line one JSON object")]
    [InlineData("{\"score\": NaN}", "NaN and Infinity are not JSON")]
    [InlineData("{\"score\": -Infinity}", "NaN and Infinity are not JSON")]
    [InlineData("{\"score\": 1e999}", "\"score\" is 1e999; expected a finite number")]
    [InlineData("{\"score\": \"12\"}", "\"score\" is \"12\"; expected a finite number")]
    [InlineData("{\"score\": null}", "\"score\" is null; expected a finite number")]
    [InlineData("{\"score\": [1]}", "\"score\" is [1]; expected a finite number")]
    [InlineData("{\"points\": 3}", "has no \"score\"")]
    [InlineData("{\"score\": 1, \"cases\": 3}", "\"cases\" is 3; expected an array of numbers")]
    [InlineData("{\"score\": 1, \"cases\": [1, \"x\"]}", "\"cases\" is \"x\"; expected finite numbers only")]
    [InlineData("{\"score\": 1, \"metrics\": []}", "\"metrics\" is []; expected an object of numbers")]
    [InlineData("{\"score\": 1, \"metrics\": {\"a\": true}}", "\"a\" is true; expected a finite number")]
    [InlineData("{\"score\": 1, \"valid\": \"no\"}", "\"valid\" is \"no\"; expected true or false")]
    [InlineData("[1, 2]", "it printed '[1, 2]'")]
    [InlineData("12", "it printed '12'")]
    public void What_cannot_be_used_is_told_with_what_was_given_and_expected(string output, string expected)
    {
        var report = Parse(output);

        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.Contains(expected, report.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Megabytes_of_garbage_give_a_short_message()
    {
        var report = Parse(new string('{', 4 << 20));

        Assert.Equal(Outcome.Failed, report.Outcome);
        Assert.InRange(report.Fault!.Length, 1, 1000);
    }

    [Fact]
    public void Any_bytes_at_all_give_a_report() =>
        Gen.Byte.Array[0, 300].Sample(bytes => IsSound(Parser.Parse(bytes)), iter: 3000);

    [Fact]
    public void Anything_that_looks_like_a_report_gives_a_report()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "\n", " ", "\"score\"", "\"cases\"", "\"metrics\"", "\"valid\"", "\"feedback\"", "\"\\ud800\"", "\"a\\", "1", "-0", "1e999",
            "1e-400", "NaN", "null", "true", "false", "{\"score\":", "{\"score\":1}", "{\"metrics\":{\"x\":1}}", "\u0000", "😀", "\"\\u0000\"",
        ];
        Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]).Array[0, 30].Sample(parts => IsSound(Parse(string.Concat(parts))), iter: 20_000);
    }

    [Fact]
    public void Every_report_that_is_written_properly_is_read_back()
    {
        var finite = Gen.Double.Where(double.IsFinite);
        Gen.Select(finite, finite.Array[0, 8], Gen.String[0, 20], Gen.String[0, 100].Where(log => !log.Contains('{', StringComparison.Ordinal)))
            .Sample((score, cases, feedback, log) =>
            {
                var json = JsonSerializer.Serialize(new { score, cases, feedback, extra = 1.0 });
                var report = Parse($"{log}\n{json}\n");
                return report.Fault is null && report.Score.Equals(score) && report.Cases.SequenceEqual(cases) && report.Metrics["extra"] == 1
                    && report.Feedback == JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(feedback));
            });
    }

    private static bool IsSound(Report report) =>
        report.Outcome == Outcome.Valid
            ? report.Fault is null && double.IsFinite(report.Score) && report.Cases.All(double.IsFinite) && report.Metrics.Values.All(double.IsFinite)
            : report.Fault is { Length: > 0 and < 9000 };

    private static Report Parse(string text) => Parser.Parse(Encoding.UTF8.GetBytes(text));
}
