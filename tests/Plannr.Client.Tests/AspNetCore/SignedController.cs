using Microsoft.AspNetCore.Mvc;
using Plannr.AspNetCore;

namespace Plannr.Client.Tests.AspNetCore;

/// <summary>Receives webhooks in a controller.</summary>
[ApiController]
[Route("controller")]
public sealed class SignedController : ControllerBase
{
    [HttpPost]
    public string Post([FromBody] System.Text.Json.JsonElement body)
        => $"{body.GetProperty("event")} {HttpContext.Features.Get<PlannrWebhookBody>()!.Bytes.Length}";
}
