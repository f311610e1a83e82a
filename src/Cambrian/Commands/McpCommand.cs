using System.CommandLine;
using Cambrian.Mcp;
using ModelContextProtocol.Server;

namespace Cambrian.Commands;

/// <summary><c>cambrian mcp</c>: Cambrian as a tool for agents.</summary>
internal static class McpCommand
{
    /// <summary>The command.</summary>
    public static Command Create(Host host)
    {
        var http = OptionKinds.Whole("--http", "serve over HTTP on this port of this machine instead of standard input and output; 0 for a free one", least: 0, most: 65_535);
        var command = new ExampledCommand(
            "mcp",
            "Serve the Model Context Protocol: an agent lists problems, starts a run and is its proposer, judged by the same gates in the same sandbox.",
            "cambrian mcp",
            "cambrian mcp --http 8808")
        {
            http,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(http) is { } port)
            {
                await ToolServer.ServeHttpAsync(host, port, address => host.Output.WriteLineAsync($"serving the Model Context Protocol at {address}; Ctrl-C ends it"), cancellation).ConfigureAwait(false);
            }
            else
            {
                var transport = new StdioServerTransport("cambrian");
                await using (transport.ConfigureAwait(false))
                {
                    await ToolServer.ServeAsync(host, transport, cancellation).ConfigureAwait(false);
                }
            }

            return (int)ExitCode.Done;
        });
        return command;
    }
}
