using System.Reflection;
using Cambrian.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Cambrian.Mcp;

/// <summary>Serves Cambrian's tools to clients of the Model Context Protocol.</summary>
internal static class ToolServer
{
    private const string Instructions =
        "Cambrian improves programs. You are the proposer: start_run, then sample_parent and submit_candidate again and again, each time with a program that should score better; stop_run picks the winner on cases you have not seen. Scores are measured in a sandbox; what you claim does not count.";

    /// <summary>The tools.</summary>
    public static IReadOnlyList<McpServerTool> ToolsOf(Host host, ActiveRuns runs)
    {
        var tools = new Tools(host, runs);
        return
        [
            .. new (string Name, Delegate Method)[]
            {
                ("list_problems", tools.ListProblems),
                ("start_run", tools.StartRun),
                ("resume_run", tools.ResumeRun),
                ("stop_run", tools.StopRun),
                ("run_status", tools.RunStatus),
                ("sample_parent", tools.SampleParent),
                ("submit_candidate", tools.SubmitCandidate),
                ("best_program", tools.BestProgram),
                ("show_run", tools.ShowRun),
                ("write_report", tools.WriteReport),
            }.Select(tool => new PlainSpokenTool(McpServerTool.Create(tool.Method, new McpServerToolCreateOptions { Name = tool.Name }), host.Debug)),
        ];
    }

    /// <summary>Serves one client until it closes the connection.</summary>
    /// <param name="host">The world.</param>
    /// <param name="transport">The connection.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task ServeAsync(Host host, ITransport transport, CancellationToken cancellation)
    {
        var runs = new ActiveRuns(host);
        await using (runs.ConfigureAwait(false))
        {
            var options = new McpServerOptions { ToolCollection = [] };
            Describe(options);
            foreach (var tool in ToolsOf(host, runs))
            {
                options.ToolCollection.Add(tool);
            }

            var server = McpServer.Create(transport, options);
            await using (server.ConfigureAwait(false))
            {
                await server.RunAsync(cancellation).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Serves clients over HTTP on this machine alone.</summary>
    /// <param name="host">The world.</param>
    /// <param name="port">0 for a free one.</param>
    /// <param name="ready">Told the address.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task ServeHttpAsync(Host host, int port, Func<string, Task> ready, CancellationToken cancellation)
    {
        var runs = new ActiveRuns(host);
        await using (runs.ConfigureAwait(false))
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.Services.AddMcpServer(Describe).WithHttpTransport().WithTools(ToolsOf(host, runs));
            var application = builder.Build();
            await using (application.ConfigureAwait(false))
            {
                // A page in this machine's browser can reach local ports, but not under their own name.
                application.Use((context, next) => context.Request.Host.Host is "localhost" or "127.0.0.1" && context.Request.Headers.Origin.Count == 0 ? next(context) : Refuse(context));
                application.MapMcp();
                application.Urls.Add($"http://127.0.0.1:{port}");
                await application.StartAsync(cancellation).ConfigureAwait(false);
                await ready(application.Urls.First()).ConfigureAwait(false);
                await Task.Delay(Timeout.InfiniteTimeSpan, host.Time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await application.StopAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    private static Task Refuse(Microsoft.AspNetCore.Http.HttpContext context)
    {
        context.Response.StatusCode = Microsoft.AspNetCore.Http.StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static void Describe(McpServerOptions options)
    {
        var version = typeof(ToolServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        options.ServerInfo = new Implementation { Name = "cambrian", Version = version };
        options.ServerInstructions = Instructions;
    }
}
