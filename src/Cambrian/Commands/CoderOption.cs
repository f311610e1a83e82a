using System.CommandLine;
using System.Text.Json;
using Cambrian.Coders;

namespace Cambrian.Commands;

/// <summary>The options that let a coding agent make the children.</summary>
internal sealed class CoderOption
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
    };

    private readonly Option<string?> _coder = new("--coder")
    {
        Description = $"let a coding agent make the children: {string.Join(", ", CoderPresets.All.Keys)}, or a file that says how to call another one",
        HelpName = "NAME",
    };

    private readonly Option<bool> _network = OptionKinds.Switch("--coder-network", "let that agent reach its model's endpoint, and nothing else; candidates have no network");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_coder);
        command.Add(_network);
    }

    /// <summary>What was given; null for no agent.</summary>
    /// <exception cref="UserException">The agent is not known, or its file cannot be used.</exception>
    public CoderOptions? Read(ParseResult parsed, Host host)
    {
        if (parsed.GetValue(_coder) is not { } given)
        {
            return null;
        }

        var options = CoderPresets.All.TryGetValue(given, out var preset) ? preset
            : File.Exists(host.Absolute(given)) ? FromFile(host.Absolute(given))
            : throw new UserException(ExitCode.Usage, $"There is no coding agent '{given}'; expected one of {string.Join(", ", CoderPresets.All.Keys)}, or a JSON file with at least \"name\" and \"command\".{NearestName.Suggest(given, CoderPresets.All.Keys)}");
        if (CoderProposer.Missing(options) is { } missing)
        {
            throw new UserException(ExitCode.Usage, missing);
        }

        return !parsed.GetValue(_network) ? options
            : options.Endpoints.Count > 0 ? options with { Network = true }
            : throw new UserException(ExitCode.Usage, $"'{given}' does not say whom the agent has to reach; add \"endpoints\": [\"api.example.com\"], or [\"*\"] for all of this machine's network.");
    }

    private static CoderOptions FromFile(string file)
    {
        try
        {
            var options = JsonSerializer.Deserialize<CoderOptions>(File.ReadAllText(file), Json);
            return options is { Command.Count: > 0, Name.Length: > 0, TimeLimit: > 0, Memory: > 0 }
                ? options
                : throw new UserException(ExitCode.Usage, $"'{file}' names no agent; expected \"name\", a \"command\" of at least one word, and limits above zero.");
        }
        catch (JsonException fault)
        {
            throw new UserException(ExitCode.Usage, $"'{file}' does not say how to call a coding agent: {fault.Message} Expected a JSON object such as {{ \"name\": \"mine\", \"command\": [\"my-agent\", \"{CoderOptions.Task}\"], \"environment\": [\"MY_KEY\"] }}.");
        }
    }
}
