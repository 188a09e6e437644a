import './meeting-request.entity.js';
