// gradus
