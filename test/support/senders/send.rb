# Sends one event to Graph as Ruby servers do: send.rb CLIENT EVENT_ID. Proxy and trust come from the environment.
require 'json'
require 'net/http'

client, event_id = ARGV
address = URI('https://graph.facebook.com/v25.0/1234567890/events')
event = {
  event_name: 'Lead',
  event_time: Time.now.to_i,
  event_id: event_id,
  action_source: 'system_generated',
  user_data: { external_id: '7' }
}
form = { access_token: 'secretQ9', data: JSON.generate([event]) }

if client == 'net/http'
  puts Net::HTTP.post_form(address, form).body
else
  require 'faraday'
  connection = Faraday.new { |made| made.request(:url_encoded) && made.adapter(:net_http) }
  puts connection.post(address.to_s, form).body
end
