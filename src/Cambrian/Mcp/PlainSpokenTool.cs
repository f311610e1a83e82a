using Cambrian.Commands;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Cambrian.Mcp;

/// <summary>A tool whose failures reach the client in words: what was given, what was expected, what to do. An agent can mend what it can read.</summary>
internal sealed class PlainSpokenTool(McpServerTool inner, bool debug) : DelegatingMcpServerTool(inner)
{
    /// <inheritdoc/>
    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The top level of a server: whatever went wrong becomes an answer.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = Failure.Of(fault, debug).Message }] };
        }
    }
}
