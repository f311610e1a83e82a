using Cambrian.Conformance;

namespace Cambrian.Tests.Models;

/// <summary>A problem that a scripted model can improve step by step, and models at a scripted server.</summary>
internal static class ModelProblem
{
    public const string Key = "sk-live-0815-never-to-be-seen";

    /// <summary>A folder whose program is a number, and its score too.</summary>
    public static void Write(Scratch scratch)
    {
        scratch.Write("count/problem.json", """{ "title": "Count", "direction": "maximise", "evaluator": { "run": ["sh", "run.sh", "{candidate}"] } }""");
        scratch.Write("count/run.sh", """
            read n < "$1/n.txt"
            case $n in
                ''|*[!0-9]*) echo "{\"valid\": false, \"feedback\": \"this is no number: $n\"}" ;;
                *) echo "{\"score\": $n, \"cases\": [$n, 7]}" ;;
            esac

            """);
        scratch.Write("count/seed/n.txt", "1\n");
        scratch.Write("count/statement.md", "Write a number as great as you can.");
    }

    /// <summary>A file of models at a server, with the key in TEST_KEY.</summary>
    public static void WriteModels(Scratch scratch, ModelServer server, params string[] names)
    {
        var models = names.Select(name => $$"""{ "provider": "openai", "model": "{{name}}", "endpoint": "{{server.Address}}/v1", "key": "TEST_KEY", "inputPrice": 1, "outputPrice": 10, "maxTokens": 100, "attempts": 1 }""");
        scratch.Write("models.json", $$"""{ "models": [{{string.Join(", ", models)}}] }""");
        scratch.Variables["TEST_KEY"] = Key;
    }

    /// <summary>What a model answers that counts one further than the program it is shown.</summary>
    public static ModelAnswer Counted(ModelRequest request)
    {
        var program = request.Prompt[(request.Prompt.IndexOf("```\n", StringComparison.Ordinal) + 4)..].Split('\n')[0];
        return new ModelAnswer($"One more.\n```\n{(int.TryParse(program, out var number) ? number + 1 : 1)}\n```") { Input = 100, Output = 20 };
    }
}
